// Runs before the first paint. The application owns the preferences; here they only keep a chosen theme or text size from flashing.
const page = document.documentElement;
try {
  const { theme, text_size: textSize } = JSON.parse(localStorage.getItem("waymark/preferences") ?? "{}");
  if (typeof theme === "string") page.dataset.theme = theme;
  if (typeof textSize === "string") page.dataset.textSize = textSize;
  // Somebody new sees the start page at once, as it stands in the page; the application takes its place.
  const isNew = !Object.keys(localStorage).some((it) => it.startsWith("waymark/") && it !== "waymark/preferences");
  if (isNew && location.protocol !== "file:" && top === self && ["", "#/"].includes(location.hash)) page.dataset.begin = "";
} catch {
  // Storage is blocked or the entry is damaged: the browser's own settings apply, and the application tells the user.
}

// What is pressed before the application is here waits for it; browser.rs reads it.
addEventListener("click", (event) => {
  const button = event.target.closest?.("#begin [data-wanted]");
  if (!button) return;
  event.preventDefault();
  page.dataset.wanted = button.dataset.wanted;
});
addEventListener("hashchange", () => {
  delete page.dataset.begin;
  delete page.dataset.wanted;
});
