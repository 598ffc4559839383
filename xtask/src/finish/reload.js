// Reloads the page when `cargo xtask serve` has put other content into it; for other code trunk does so itself.
// The page names every content file by its bytes, so another page with the same names holds the same texts.

const { first, content } = document.getElementById("boot").dataset;

const look = async () => {
  if (document.hidden) return;
  try {
    const response = await fetch("./index.html", { cache: "no-store" });
    const page = await response.text();
    const whole = response.ok && page.includes('id="boot"');
    if (whole && !(page.includes(first) && page.includes(content))) location.reload();
  } catch {
    // The server has ended, or is between two builds.
  }
};

setInterval(look, 500);
