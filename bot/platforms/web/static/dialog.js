// The form: one dialog, filled anew for each. Esc closes it and keeps what was typed.

import { element, fill } from "./blocks.js";

const FEW = 6;

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
    this.#dialog.addEventListener("click", (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
  }

  open(asked, pressed) {
    this.#asked = asked;
    this.#pressed = pressed;
    this.#sending = false;
    document.getElementById("dialog-title").textContent = asked.title;
    this.#submit.textContent = asked.submit;
    this.#submit.removeAttribute("aria-disabled");
    this.#wrong.textContent = "";
    document.getElementById("asked").replaceChildren();
    fill(document.getElementById("asked"), asked.blocks);
    this.#inputs.replaceChildren(...asked.inputs.map((input, index) => this.#field(input, index)));
    document.getElementById("keys").hidden = !asked.inputs.some(({ lines }) => lines > 1);
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#inputs.querySelector("input, textarea, select")?.focus();
  }

  #field(input, index) {
    const id = `input-${index}`;
    const problem = element("p", { className: "problem", id: `${id}-problem` });
    const field =
      input.type === "choice" ? this.#choice(input, id) : this.#text(input, id, problem);
    field.dataset.input = input.name;
    return field.append(problem), field;
  }

  #text(input, id, problem) {
    const control = element(input.lines > 1 ? "textarea" : "input", {
      id,
      name: input.name,
      placeholder: input.placeholder,
      value: this.#drafts.read(this.#draft(input)) || input.value,
      required: input.required,
      "aria-describedby": `${id}-problem`,
    });
    if (input.lines > 1) control.rows = input.lines;
    control.addEventListener("input", () => {
      this.#drafts.keep(this.#draft(input), control.value);
      const over = control.value.length - input.longest;
      this.#mark(control, problem, over > 0 ? `${over} characters too many.` : "");
    });
    return element("div", { className: "field" }, element("label", { htmlFor: id }, input.label), control);
  }

  #choice(input, id) {
    if (input.choices.length > FEW) {
      const options = input.choices.map(({ value, label }) => element("option", { value }, label));
      const select = element("select", { id, name: input.name }, ...options);
      select.value = input.value || input.choices[0].value;
      return element("div", { className: "field" }, element("label", { htmlFor: id }, input.label), select);
    }
    const radios = input.choices.map(({ value, label }, number) =>
      element(
        "label",
        { className: "choice" },
        element("input", {
          type: "radio",
          name: input.name,
          value,
          checked: input.value ? value === input.value : number === 0,
        }),
        element("span", {}, label),
      ),
    );
    return element("fieldset", { className: "field" }, element("legend", {}, input.label), ...radios);
  }

  #draft({ name }) {
    return `${this.#asked.action}:${name}`;
  }

  #mark(control, problem, text) {
    problem.textContent = text;
    if (text) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }

  #check() {
    const errors = [];
    for (const input of this.#asked.inputs) {
      if (input.type !== "text") continue;
      const { value } = this.#form.elements[input.name];
      if (input.required && !value.trim()) {
        errors.push({ input: input.name, problem: "Type something first." });
      } else if (value.length > input.longest) {
        const length = value.length.toLocaleString("en");
        const most = input.longest.toLocaleString("en");
        errors.push({ input: input.name, problem: `This is ${length} characters long; ${most} is the most.` });
      }
    }
    return errors;
  }

  #correct(errors) {
    let first = null;
    for (const field of this.#inputs.children) {
      const control = field.querySelector("input, textarea, select");
      const error = errors.find(({ input }) => input === field.dataset.input);
      this.#mark(control, field.querySelector(".problem"), error?.problem ?? "");
      if (error) first ??= control;
    }
    const known = this.#asked.inputs.map(({ name }) => name);
    const others = errors.filter(({ input }) => !known.includes(input));
    this.#wrong.textContent = others.map(({ problem }) => problem).join(" ");
    first?.focus();
  }

  async #hand() {
    if (this.#sending) return;
    const errors = this.#check();
    this.#correct(errors);
    if (errors.length) return;
    const [asked, pressed] = [this.#asked, this.#pressed];
    const values = {};
    for (const { name } of asked.inputs) values[name] = this.#form.elements[name].value;
    this.#sending = true;
    this.#submit.setAttribute("aria-disabled", "true");
    this.#submit.textContent = "Sending…";
    const reply = await this.#send({ type: "submit", action: asked.action, values });
    const here = this.#asked === asked;
    if (here) {
      this.#sending = false;
      this.#submit.removeAttribute("aria-disabled");
      this.#submit.textContent = asked.submit;
    }
    if (reply.type === "amend" && here) return this.#correct(reply.errors);
    if (reply.type === "trouble" && here && this.#dialog.open) {
      this.#wrong.textContent = reply.text;
      return;
    }
    if (reply.type !== "trouble" && reply.type !== "amend") {
      for (const input of asked.inputs) this.#drafts.keep(`${asked.action}:${input.name}`, "");
      if (here && reply.type !== "form") this.#dialog.close();
    }
    this.#settle(reply, { pressed });
  }
}
