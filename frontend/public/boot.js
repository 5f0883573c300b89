// Starts the page. Trunk writes the names of script and wasm into the tag that loads this file and their
// digests into the preload links; nothing is run that does not have them.

// What may be made into HTML: the fixed templates of the page, which hold no script, no frame, no handler,
// no style and no address. Everything that people write goes in as text.
const REFUSED =
  /<\s*\/?\s*(script|iframe|frame|object|embed|base|meta|link|style|form|math|foreignobject|animate|set|use)\b|\son[a-z]+\s*=|\s(srcdoc|style|formaction|xlink:href)\s*=|(javascript|data|vbscript)\s*:/i;
const SCRIPTS = new Set(["/hawser-worker_loader.js", "/hawser-pdf_loader.js", "/hawser-verifier_loader.js", "/sw.js"]);

if (window.trustedTypes?.createPolicy) {
  window.trustedTypes.createPolicy("default", {
    createHTML: (html) => (REFUSED.test(html) ? null : html),
    createScript: () => null,
    createScriptURL: (text) => {
      const url = new URL(text, location.origin);
      const known = url.origin === location.origin && SCRIPTS.has(url.pathname);
      return known && url.search === "" ? text : null;
    },
  });
}

// Before anything is drawn, so that nothing flashes.
try {
  const theme = localStorage.getItem("hawser-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing follows the system.
}

async function start() {
  const { js, wasm } = document.querySelector("script[data-js]").dataset;
  const links = [...document.querySelectorAll("link[integrity]")];
  const integrity = (href) => {
    const found = links.find((link) => link.getAttribute("href") === href);
    if (!found) throw new Error(`no digest for ${href}`);
    return found.integrity;
  };
  // The script is checked by its own fetch as well: not every browser checks a module preload.
  const [code] = await Promise.all(
    [wasm, js].map((href) => fetch(href, { integrity: integrity(href), credentials: "same-origin" })),
  );
  const bindings = await import(js);
  await bindings.default({ module_or_path: code });
}

start().catch((reason) => {
  console.error("Hawser did not start:", reason);
  document.getElementById("boot-failed").hidden = false;
});

if ("serviceWorker" in navigator) {
  addEventListener("load", () => navigator.serviceWorker.register("/sw.js").catch(() => {}));
}
