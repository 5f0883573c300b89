// Keeps the page itself for times without network: the files of the page, never an answer of /api.
//
// Pages come from the network while there is one, so that nobody works with an old page without knowing;
// files whose name carries their digest come from here. What is not named by the page is not touched.

const CACHE = "hawser-page-v1";
const PAGE = "/";
const FIXED = [
  "/boot.js", "/manifest.webmanifest", "/icon.svg",
  "/hawser-worker_loader.js", "/hawser-worker.js", "/hawser-worker_bg.wasm",
  // A bundle is checked without network, also by somebody who never did it before.
  "/hawser-verifier_loader.js", "/hawser-verifier.js", "/hawser-verifier_bg.wasm",
];
// Kept once somebody has wanted them.
const LATER = [
  "/hawser-pdf_loader.js", "/hawser-pdf.js", "/hawser-pdf_bg.wasm",
  "/data/ports.tsv", "/data/world.json",
];
const HASHED = /^\/[a-z0-9_-]+-[0-9a-f]{8,16}(_bg)?\.(js|wasm|css)$/;
const PATIENCE_MS = 4000;

const named = (html) =>
  [...html.matchAll(/(?:src|href|data-js|data-wasm)="(\/[^"]+)"/g)]
    .map((found) => found[1])
    .filter((path) => HASHED.test(path));

const good = (answer) => answer.ok && answer.type === "basic" && !answer.redirected;

// Takes in a page with all that it names; the page last, so that it never stands there without its files.
async function keep(page) {
  const cache = await caches.open(CACHE);
  const paths = [...new Set([...named(await page.clone().text()), ...FIXED])];
  await Promise.all(paths.map(async (path) => {
    if (HASHED.test(path) && await cache.match(path)) return;
    const answer = await fetch(path, { cache: "no-cache", credentials: "same-origin" });
    if (!good(answer)) throw new Error(`${path}: ${answer.status}`);
    await cache.put(path, answer);
  }));
  await cache.put(PAGE, page);
  const wanted = new Set([...paths, ...LATER, PAGE]);
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

async function page(event) {
  const kept = () => caches.open(CACHE).then((cache) => cache.match(PAGE));
  const fetched = fetch(PAGE, { cache: "no-cache", credentials: "same-origin" });
  fetched.catch(() => {}); // it may lose the race and fail afterwards
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)).then(kept);
  try {
    const answer = (await Promise.race([fetched, late])) ?? (await fetched);
    if (!good(answer)) return (await kept()) ?? answer;
    const old = await kept();
    const copy = answer.clone();
    event.waitUntil((async () => {
      if (old && await old.clone().text() === await copy.clone().text()) return;
      await keep(copy).catch(() => {});
    })());
    return answer;
  } catch (reason) {
    const answer = await kept();
    if (answer) return answer;
    throw reason;
  }
}

async function file(request, path) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(path);
  // A request with a digest is checked by the browser whatever it is answered with.
  if (kept && HASHED.test(path)) return kept;
  try {
    const answer = await fetch(request);
    if (good(answer)) await cache.put(path, answer.clone());
    return answer;
  } catch (reason) {
    if (kept) return kept;
    throw reason;
  }
}

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const answer = await fetch(PAGE, { cache: "no-cache", credentials: "same-origin" });
    if (!good(answer)) throw new Error(`page: ${answer.status}`);
    await keep(answer);
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("hawser-page-") && name !== CACHE) await caches.delete(name);
    }
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || url.pathname.startsWith("/api")) return;
  if (request.mode === "navigate") {
    // Only what the page itself answers; /health and documents of the server are the server's.
    const last = url.pathname.split("/").pop();
    if (!/^\/(health|openapi|docs)\b/.test(url.pathname) && !last.includes(".")) event.respondWith(page(event));
    return;
  }
  if (url.search === "" && (FIXED.includes(url.pathname) || LATER.includes(url.pathname) || HASHED.test(url.pathname))) {
    event.respondWith(file(request, url.pathname));
  }
});
