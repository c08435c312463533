// The inputs of a form: how each is shown, what is wrong with it, and what it brings back.

import { element } from "./blocks.js";

const FEW = 6;

const number = (count) => count.toLocaleString("en");

// `draft` reads what was typed before, `keep` keeps what is being typed.
export function makeField(input, index, { draft, keep }) {
  const id = `input-${index}`;
  const problem = element("p", { className: "problem", id: `${id}-problem` });
  const field = MAKERS[input.type](input, id, { draft, keep });
  field.dataset.input = input.name;
  field.append(problem);
  return field;
}

function labelled({ label }, control) {
  control.setAttribute("aria-describedby", `${control.id}-problem`);
  return element("div", { className: "field" }, element("label", { htmlFor: control.id }, label), control);
}

function text(input, id, { draft, keep }) {
  const control = element(input.lines > 1 ? "textarea" : "input", {
    id,
    name: input.name,
    placeholder: input.placeholder,
    value: draft(input) || input.value,
    required: input.required,
  });
  if (input.lines > 1) control.rows = input.lines;
  const field = labelled(input, control);
  control.addEventListener("input", () => {
    keep(input, control.value);
    const over = control.value.length - input.longest;
    mark(field, over > 0 ? `${number(over)} characters too many.` : "");
  });
  return field;
}

function choice(input, id) {
  if (input.choices.length > FEW) {
    const options = input.choices.map(({ value, label }) => element("option", { value }, label));
    const select = element("select", { id, name: input.name }, ...options);
    select.value = input.value || input.choices[0].value;
    return labelled(input, select);
  }
  const radios = input.choices.map(({ value, label }, place) =>
    element(
      "label",
      { className: "choice" },
      element("input", {
        type: "radio",
        name: input.name,
        value,
        checked: input.value ? value === input.value : place === 0,
      }),
      element("span", {}, label),
    ),
  );
  return element("fieldset", { className: "field" }, element("legend", {}, input.label), ...radios);
}

function file(input, id) {
  const accept = input.endings.map((ending) => `.${ending}`).join(",");
  const control = element("input", { id, type: "file", name: input.name, accept });
  const field = labelled(input, control);
  control.addEventListener("change", () => mark(field, ""));
  return field;
}

const MAKERS = { text, choice, file };

export function mark(field, problem) {
  field.querySelector(".problem").textContent = problem;
  const control = field.querySelector("input, textarea, select");
  if (problem) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
  return control;
}

// What is wrong before anything is sent, as a sentence; empty where nothing is.
export function wrong(input, control) {
  if (input.type === "file") return control.files.length ? "" : "Choose a file first.";
  if (input.type !== "text") return "";
  if (input.required && !control.value.trim()) return "Type something first.";
  const { length } = control.value;
  if (length <= input.longest) return "";
  return `This is ${number(length)} characters long; ${number(input.longest)} is the most.`;
}

// Values and files by the names of the inputs. A file that is too large stays where it is: the
// game then says how large one may be.
export async function collect(inputs, controls) {
  const values = {};
  const files = {};
  for (const input of inputs) {
    const control = controls[input.name];
    if (input.type === "file") {
      const [chosen] = control.files;
      const content = chosen.size > input.largest ? "" : await inBase64(chosen);
      files[input.name] = { name: chosen.name.slice(0, 255), size: chosen.size, content };
    } else {
      values[input.name] = control.value;
    }
  }
  return { values, files };
}

function inBase64(chosen) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.split(",")[1] ?? ""));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(chosen);
  });
}
