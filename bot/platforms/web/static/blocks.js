// Blocks of a message as elements. Every word goes in as text, never as HTML.

export function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-") || key === "role") node.setAttribute(key, value);
    else node[key] = value;
  }
  node.append(...children);
  return node;
}

const STYLES = { strong: "strong", emphasis: "em", code: "code" };

// An instant on the reader's own clock; the words of the channel's zone stay in reach.
function instant(text, at, dated) {
  const there = new Date(at * 1000);
  const day = dated ? { weekday: "short", day: "numeric", month: "short" } : {};
  const options = { ...day, hour: "2-digit", minute: "2-digit" };
  const words = there.toLocaleString(undefined, options);
  return element("time", { dateTime: there.toISOString(), title: text }, words);
}

function run({ text, style, link, at, dated }) {
  if (at) return instant(text, at, dated);
  const words = STYLES[style] ? element(STYLES[style], {}, text) : document.createTextNode(text);
  if (!/^https?:\/\//i.test(link ?? "")) return words;
  return element("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, words);
}

const runs = (text) => text.map(run);

function list({ lines, ordered }) {
  // Boards bring their ranks along: a bullet before "1." would be one mark too many.
  const ranked = !ordered && lines.every((line) => /^\d+\. /.test(line[0]?.text ?? ""));
  const rows = lines.map((line) => element("li", {}, ...runs(line)));
  return element(ordered ? "ol" : "ul", { className: ranked ? "ranked" : "" }, ...rows);
}

function fields({ fields: labelled }) {
  const pairs = labelled.map(({ label, value }) =>
    element("div", {}, element("dt", {}, label), element("dd", {}, ...runs(value))),
  );
  return element("dl", { className: "fields" }, ...pairs);
}

function picture({ alt, address }) {
  const missing = () => element("p", { className: "missing" }, `Picture: ${alt}`);
  if (!/^(https?:|data:image\/png;base64,)/i.test(address)) return missing();
  const image = element("img", { alt, referrerPolicy: "no-referrer", decoding: "async" });
  image.addEventListener("error", () => image.replaceWith(missing()));
  image.src = address;
  return image;
}

function download({ name, content }) {
  const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = element("a", { className: "button", href: address, download: name }, `Save ${name}`);
  return element("div", { className: "row" }, link);
}

function row({ buttons }, press) {
  const made = buttons.map(({ label, action, primary }) => {
    const button = element(
      "button",
      { type: "button", className: primary ? "button primary" : "button" },
      label,
    );
    button.dataset.action = action;
    button.addEventListener("click", () => press(action, button));
    return button;
  });
  return element("div", { className: "row" }, ...made);
}

const MAKERS = {
  section: ({ text }) => element("p", {}, ...runs(text)),
  small: ({ text }) => element("p", { className: "small" }, ...runs(text)),
  listing: list,
  fields,
  picture,
  code: ({ text }) => element("pre", { tabIndex: 0 }, element("code", {}, text)),
  document: download,
  buttons: row,
};

// Fills a container with blocks; what has not changed stays, and with it focus and pictures.
export function fill(container, blocks, press = () => {}) {
  const focused = container.contains(document.activeElement)
    ? document.activeElement.dataset.action
    : undefined;
  blocks.forEach((block, index) => {
    const text = JSON.stringify(block);
    const old = container.children[index];
    if (old?.wire === text) return;
    const made = (MAKERS[block.type] ?? (() => element("p")))(block, press);
    made.wire = text;
    if (old) old.replaceWith(made);
    else container.append(made);
  });
  while (container.children.length > blocks.length) container.lastElementChild.remove();
  if (focused && !container.contains(document.activeElement)) {
    const same = [...container.querySelectorAll("button")].find(
      (button) => button.dataset.action === focused,
    );
    same?.focus();
  }
}
