// Runs before the first paint, so that a chosen theme or text size does not flash. The application owns these preferences.
try {
  const { theme, text_size: textSize } = JSON.parse(localStorage.getItem("waymark/preferences") ?? "{}");
  if (typeof theme === "string") document.documentElement.dataset.theme = theme;
  if (typeof textSize === "string") document.documentElement.dataset.textSize = textSize;
} catch {
  // Storage is blocked or the entry is damaged: the browser's own settings apply, and the application tells the user.
}
