"""Short forms of given names that are not their first letters."""

_GROUPS = """
robert bob rob bobby | william bill will billy | james jim jimmy jamie | john jack johnny jon
edward ed eddie ted ned | richard dick rick ricky | charles charlie chuck | thomas tom tommy
michael mike mick mickey | joseph joe joey | henry harry hank | george georgie | anthony tony
elizabeth liz beth betty eliza lizzie | margaret maggie meg peggy | katherine kate katie kathy
catherine cathy cate | alexander alex sasha | alexandra alex sandra | theodore ted teddy
francis frank | benjamin ben benny | samuel sam sammy | daniel dan danny | david dave
christopher chris kit | matthew matt | andrew andy drew | patrick pat paddy | philip phil
stephen steve | steven steve | nicholas nick | gregory greg | kenneth ken kenny | lawrence larry
ronald ron ronnie | donald don donnie | albert al bert | alfred fred alf | frederick fred
rebecca becky | deborah debbie | susan sue susie | jennifer jen jenny | jessica jess
patricia pat patty trish | barbara barb | dorothy dot | eugene gene | gerald jerry | jeffrey jeff
leonard len leo | raymond ray | walter walt | timothy tim | zachary zach | vincent vince
abigail abby | victoria vicky | josephine jo | jacqueline jackie | antonia toni | martin marty
"""

NICKNAMES: dict[str, frozenset[int]] = {}
for _number, _group in enumerate(_GROUPS.replace("\n", "|").split("|")):
    for _name in _group.split():
        NICKNAMES[_name] = NICKNAMES.get(_name, frozenset()) | {_number}
"""Name → the groups of names for one person that it stands in."""
