// The composer: takes slash commands and offers how the line may go on (a combobox with a listbox).

import { element } from "./blocks.js";

export class Composer {
  #line = document.getElementById("line");
  #list = document.getElementById("suggestions");
  #hint = document.getElementById("hint");
  #active = -1;
  #offered = [];
  #ready = false;
  #drafts;
  #complete;
  #send;

  // `complete` resolves with what may follow a line; `send` takes the line that was entered.
  constructor(drafts, complete, send) {
    this.#drafts = drafts;
    this.#complete = complete;
    this.#send = send;
    this.#line.value = drafts.read("line");
    this.#line.addEventListener("input", () => this.#typed());
    this.#line.addEventListener("focus", () => this.#look());
    this.#line.addEventListener("blur", () => this.#hide());
    this.#line.addEventListener("keydown", (event) => this.#key(event));
    // A tap on a suggestion must not take the focus away, or a phone's keyboard would go with it.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#take(Number(option.dataset.index));
    });
    document.getElementById("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#enter();
    });
  }

  #typed() {
    this.#drafts.keep("line", this.#line.value);
    this.#look();
  }

  async #look() {
    const text = this.#line.value;
    if (!text.trimStart().startsWith("/")) return this.#offer([], "", false);
    this.#list.setAttribute("aria-busy", "true");
    const reply = await this.#complete(text);
    if (this.#line.value !== text) return;
    if (reply?.type === "suggested") this.#offer(reply.suggestions, reply.hint, reply.ready);
    else this.#offer([], "", false);
  }

  // What is shown while a newer line is looked up belongs to an older one.
  get #busy() {
    return this.#list.getAttribute("aria-busy") === "true";
  }

  #offer(suggestions, hint, ready) {
    this.#list.setAttribute("aria-busy", "false");
    const chosen = this.#offered[this.#active]?.insert;
    this.#offered = suggestions.filter(({ insert }) => insert.trim() !== this.#line.value.trim());
    this.#ready = ready;
    this.#hint.textContent = hint;
    this.#list.replaceChildren(
      ...this.#offered.map(({ label, help }, index) => {
        const option = element(
          "li",
          { id: `suggestion-${index}`, role: "option", "aria-selected": "false" },
          element("span", { className: "label" }, label),
          ...(help ? [element("span", { className: "help" }, help)] : []),
        );
        option.dataset.index = index;
        return option;
      }),
    );
    const open = this.#offered.length > 0 && document.activeElement === this.#line;
    this.#list.hidden = !open;
    this.#line.setAttribute("aria-expanded", String(open));
    // Whoever has chosen already keeps the choice while it is still offered.
    this.#mark(open && chosen ? this.#offered.findIndex(({ insert }) => insert === chosen) : -1);
  }

  #mark(index) {
    this.#list.children[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = index;
    const option = this.#list.children[index];
    if (!option) return this.#line.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    this.#line.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  #key(event) {
    const open = !this.#list.hidden;
    const count = this.#offered.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!open && count) return this.#look();
      if (!open) return;
      event.preventDefault();
      // One step past either end is the line itself.
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.#mark(((this.#active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Tab" && open && !event.shiftKey) {
      event.preventDefault();
      if (this.#active >= 0 || !this.#busy) this.#take(Math.max(this.#active, 0));
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      this.#hide();
    } else if (event.key === "Enter" && open && this.#active >= 0) {
      event.preventDefault();
      this.#take(this.#active);
    } else if (event.key === "Enter" && open && !this.#ready && !this.#busy) {
      event.preventDefault();
      this.#take(0);
    }
  }

  #take(index) {
    this.#line.value = this.#offered[index].insert;
    // The next key is for the line as it now is, not for the list it was taken from.
    this.#hide();
    this.#line.focus();
    this.#typed();
  }

  #hide() {
    this.#list.hidden = true;
    this.#line.setAttribute("aria-expanded", "false");
    this.#mark(-1);
  }

  #enter() {
    const text = this.#line.value.trim();
    if (!text) return;
    this.#line.value = "";
    this.#drafts.keep("line", "");
    this.#offer([], "", false);
    this.#send(text);
  }
}
