// Finds elements as a person or a screen reader would: by role and name. Runs inside a function of the page, before `return find(…)`.

const selectors = {
  button: "button, [role=button], summary",
  checkbox: "input[type=checkbox], [role=checkbox]",
  combobox: "select, [role=combobox], input[list]",
  date: "input[type=date]",
  dialog: "dialog[open], [role=dialog]",
  group: "fieldset, [role=group], [role=radiogroup], details",
  heading: "h1, h2, h3, h4, h5, h6",
  link: "a[href]",
  radio: "input[type=radio], [role=radio]",
  row: "tr, [role=row]",
  textbox: "input:not([type]), input[type=text], input[type=search], input[type=number], textarea, [role=textbox], [role=searchbox]",
};

const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();

// Hidden from view by clipping still counts: it is there for a screen reader. Files are chosen through fields that are often hidden.
const isThere = (element) =>
  element.type === "file" || (element.checkVisibility({ visibilityProperty: true }) && !element.closest("[aria-hidden=true], [inert]"));

const spoken = (element) => {
  const copy = element.cloneNode(true);
  for (const hidden of copy.querySelectorAll("[aria-hidden=true]")) hidden.remove();
  return tidy(copy.textContent);
};

function nameOf(element) {
  const label = element.getAttribute("aria-label");
  if (label) return tidy(label);
  const ids = element.getAttribute("aria-labelledby");
  if (ids) return tidy(ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
  if (element.labels?.length) return tidy(Array.from(element.labels, spoken).join(" "));
  const title = { FIELDSET: ":scope > legend", TABLE: ":scope > caption", DETAILS: ":scope > summary" }[element.tagName];
  if (title) return spoken(element.querySelector(title) ?? document.createElement("i"));
  return spoken(element) || tidy(element.getAttribute("title"));
}

function find({ role, name, part, css, within }) {
  const roots = within ? find(within) : [document];
  const selector = css ?? selectors[role];
  if (!selector) throw new Error(`the finder knows no role ${role}`);
  const found = roots.flatMap((root) => Array.from(root.querySelectorAll(selector)));
  const fits = (element) =>
    isThere(element) && (name == null || nameOf(element) === tidy(name)) && (part == null || nameOf(element).includes(tidy(part)));
  return [...new Set(found)].filter(fits);
}
