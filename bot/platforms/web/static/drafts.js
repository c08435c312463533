// Drafts: what was typed and not yet sent outlives a closed form, a reload and a restart.

export class Drafts {
  #owner;

  constructor(owner) {
    this.#owner = owner;
  }

  read(name) {
    try {
      return sessionStorage.getItem(this.#key(name)) ?? "";
    } catch {
      return "";
    }
  }

  keep(name, text) {
    try {
      if (text) sessionStorage.setItem(this.#key(name), text);
      else sessionStorage.removeItem(this.#key(name));
    } catch {
      // A browser that keeps nothing still lets people play.
    }
  }

  #key(name) {
    return `draft:${this.#owner}:${name}`;
  }
}
