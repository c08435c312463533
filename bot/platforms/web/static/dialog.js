// The form: one dialog, filled anew for each. Esc closes it and keeps what was typed.

import { fill } from "./blocks.js";
import { collect, makeField, mark, wrong } from "./fields.js";

export class Dialog {
  #dialog = document.getElementById("dialog");
  #form = document.getElementById("form");
  #inputs = document.getElementById("inputs");
  #wrong = document.getElementById("wrong");
  #submit = document.getElementById("submit");
  #asked = null;
  #pressed = null;
  #sending = false;
  #drafts;
  #send;
  #settle;

  // `send` takes a frame and resolves with its reply; `settle` shows any reply but a correction.
  constructor(drafts, send, settle) {
    this.#drafts = drafts;
    this.#send = send;
    this.#settle = settle;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#hand();
    });
    this.#form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.#hand();
      }
    });
    for (const id of ["close", "cancel"]) {
      document.getElementById(id).addEventListener("click", () => this.#dialog.close());
    }
    this.#dialog.addEventListener("close", () => this.#inputs.replaceChildren());
    this.#dialog.addEventListener("click", (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
  }

  open(asked, pressed) {
    this.#asked = asked;
    this.#pressed = pressed;
    this.#busy(false);
    this.#wrong.textContent = "";
    document.getElementById("dialog-title").textContent = asked.title;
    document.getElementById("asked").replaceChildren();
    fill(document.getElementById("asked"), asked.blocks);
    const memory = {
      draft: (input) => this.#drafts.read(`${asked.action}:${input.name}`),
      keep: (input, text) => this.#drafts.keep(`${asked.action}:${input.name}`, text),
    };
    this.#inputs.replaceChildren(
      ...asked.inputs.map((input, index) => makeField(input, index, memory)),
    );
    document.getElementById("keys").hidden = !asked.inputs.some(({ lines }) => lines > 1);
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#inputs.querySelector("input, textarea, select")?.focus();
  }

  #busy(sending) {
    this.#sending = sending;
    this.#submit.textContent = sending ? "Sending…" : this.#asked.submit;
    this.#submit.setAttribute("aria-disabled", String(sending));
  }

  // Shows what is wrong beside each input, moves to the first, and says whether there is any.
  #correct(errors) {
    let first = null;
    const unplaced = new Map(errors);
    for (const field of this.#inputs.children) {
      const problem = unplaced.get(field.dataset.input) ?? "";
      unplaced.delete(field.dataset.input);
      const control = mark(field, problem);
      if (problem) first ??= control;
    }
    this.#wrong.textContent = [...unplaced.values()].join(" ");
    first?.focus();
    return errors.length > 0;
  }

  #check() {
    return this.#asked.inputs
      .map((input) => [input.name, wrong(input, this.#form.elements[input.name])])
      .filter(([, problem]) => problem);
  }

  async #hand() {
    if (this.#sending || this.#correct(this.#check())) return;
    const [asked, pressed] = [this.#asked, this.#pressed];
    this.#busy(true);
    const here = () => this.#asked === asked && this.#dialog.open;
    let reply;
    try {
      const brought = await collect(asked.inputs, this.#form.elements);
      reply = await this.#send({ type: "submit", action: asked.action, ...brought });
    } catch {
      reply = { type: "trouble", text: "That file could not be read. Please choose it again." };
    }
    if (this.#asked === asked) this.#busy(false);
    if (reply.type === "amend" && here()) {
      this.#correct(reply.errors.map(({ input, problem }) => [input, problem]));
    } else if (reply.type === "trouble" && here()) {
      this.#wrong.textContent = reply.text;
    } else {
      if (reply.type !== "trouble" && reply.type !== "amend") this.#done(asked, reply, here());
      this.#settle(reply, { pressed });
    }
  }

  #done(asked, reply, here) {
    for (const input of asked.inputs) this.#drafts.keep(`${asked.action}:${input.name}`, "");
    if (here && reply.type !== "form") this.#dialog.close();
  }
}
