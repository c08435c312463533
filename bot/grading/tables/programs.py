"""Programs of a shell that take a command of their own, and commands that commands take."""

from bot.grading.tables import listed

PROGRAMS = listed(
    """git docker docker-compose podman kubectl helm npm npx yarn pnpm pip pipx apt apt-get dnf yum
    brew snap flatpak cargo rustup go gem conda mvn gradle make cmake systemctl journalctl
    terraform ansible vagrant aws gcloud az svn hg ssh tmux dotnet composer poetry uv nmcli ip
    firewall-cmd ufw gh"""
)
"""Git, docker, npm."""

SUBCOMMANDS = listed(
    """list ls pop apply drop show clear add remove rm rename prune delete create get set start
    stop restart status enable disable reset continue abort skip clean ci audit outdated publish
    update upgrade logs exec inspect describe build"""
)
"""The pop of git stash pop: behind a command they make another one."""
