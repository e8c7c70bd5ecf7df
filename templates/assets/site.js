"use strict";
// Definitions in place and the search. All of it is reached without scripts too.

/** @typedef {[term: string, url: string, names: string[], abroad: string[], definition: string]} Row */
/** @typedef {{row: Row, score: number, keys: {text: string, weight: number}[], body: string}} Entry */

(() => {
  /** Lower case without marks, so that `å` and `a`, `ø` and `ö` meet.
   * @param {string} text */
  const fold = (text) =>
    text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f\u00ad]/g, "")
      .replace(/æ/g, "a").replace(/ø/g, "o").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  // Definitions in place

  const definitions = () => {
    if (!("showPopover" in HTMLElement.prototype)) return;
    /** @type {HTMLElement | null} */
    let open = null;
    /** @type {HTMLElement | null} */
    let owner = null;
    let timer = 0;
    let touch = false;

    const hide = () => {
      clearTimeout(timer);
      if (open) open.hidePopover();
      open = owner = null;
    };
    /** @param {HTMLElement} link */
    const show = (link) => {
      clearTimeout(timer);
      const box = document.getElementById(link.dataset.gloss || "");
      if (!box || box === open) return;
      hide();
      box.showPopover();
      open = box;
      owner = link;
      const at = link.getClientRects()[0] || link.getBoundingClientRect();
      const size = box.getBoundingClientRect();
      const room = document.documentElement.clientWidth;
      const left = Math.max(12, Math.min(at.left, room - size.width - 12));
      const below = at.bottom + size.height + 8 < window.innerHeight || at.top < size.height + 8;
      const top = below ? at.bottom + 4 : at.top - size.height - 4;
      box.style.left = `${left + window.scrollX}px`;
      box.style.top = `${top + window.scrollY}px`;
    };
    /** @param {() => void} action @param {number} wait */
    const later = (action, wait) => {
      clearTimeout(timer);
      timer = window.setTimeout(action, wait);
    };
    /** @param {Event} event @returns {HTMLElement | null} */
    const linkOf = (event) =>
      event.target instanceof Element ? event.target.closest("a[data-gloss]") : null;
    /** @param {Event} event */
    const isInside = (event) =>
      event.target instanceof Node && open !== null && open.contains(event.target);

    for (const link of document.querySelectorAll("a[data-gloss]")) {
      link.setAttribute("aria-describedby", link.getAttribute("data-gloss") || "");
    }
    document.addEventListener("pointerdown", (event) => {
      touch = event.pointerType === "touch";
      if (open && !isInside(event) && linkOf(event) !== owner) hide();
    });
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const link = linkOf(event);
      if (link) later(() => show(link), 200);
      else if (isInside(event)) clearTimeout(timer);
      else later(hide, 250);
    });
    document.addEventListener("focusin", (event) => {
      const link = linkOf(event);
      if (link && link.matches(":focus-visible") && !touch) show(link);
      else if (open && !isInside(event)) hide();
    });
    document.addEventListener("click", (event) => {
      const link = linkOf(event);
      if (touch && link && owner !== link) {
        event.preventDefault();
        show(link);
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && open) {
        hide();
        event.preventDefault();
      }
    });
  };

  // Search

  /** @type {Entry[] | null} */
  let entries = null;
  /** @type {(() => void)[]} */
  let waiting = [];

  /** @param {Row[]} rows */
  const take = (rows) => {
    entries = rows.map((row) => ({
      row, score: 0, body: fold(row[4]),
      keys: [
        { text: fold(row[0]), weight: 100 },
        ...row[2].map((name) => ({ text: fold(name), weight: 90 })),
        ...row[3].map((name) => ({ text: fold(name), weight: 80 })),
      ],
    }));
    for (const action of waiting) action();
    waiting = [];
  };
  // A classic script loads from a file too.
  Object.defineProperty(window, "begreppSearch", { value: take });

  /** @param {string} address @param {() => void} action */
  const load = (address, action) => {
    if (entries) return action();
    waiting.push(action);
    if (waiting.length > 1) return;
    const script = document.createElement("script");
    script.src = address;
    document.head.append(script);
  };

  /** Whether at most `limit` letters differ.
   * @param {string} a @param {string} b @param {number} limit */
  const isNear = (a, b, limit) => {
    if (Math.abs(a.length - b.length) > limit) return false;
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      }
      if (Math.min(...next) > limit) return false;
      row = next;
    }
    return row[b.length] <= limit;
  };

  /** How well words fit, from 0 to 1: whole, begun, inflected, misspelt.
   * @param {string} query @param {string} word */
  const fitWord = (query, word) => {
    if (query === word) return 1;
    if (word.startsWith(query)) return 0.85;
    const short = Math.min(query.length, word.length);
    let same = 0;
    while (same < short && query[same] === word[same]) same++;
    if (same > 3 && same === word.length && query.length - same < 5) return 0.8;
    if (same > 3 && same >= 0.7 * short && Math.max(query.length, word.length) - same < 5) return 0.65;
    const limit = query.length > 7 ? 2 : query.length > 3 ? 1 : 0;
    if (limit && isNear(query, word, limit)) return 0.6;
    if (limit && word.length > 4 && isNear(query.slice(0, word.length), word, limit)) return 0.5;
    if (query.length > 2 && word.includes(query)) return 0.5;
    return 0;
  };

  /** How well a query fits a name: all of its words must.
   * @param {string} query @param {string} name */
  const fit = (query, name) => {
    const whole = fitWord(query, name);
    if (whole > 0.8) return whole;
    const words = name.split(" ");
    let sum = 0;
    const asked = query.split(" ");
    for (const part of asked) {
      const best = Math.max(...words.map((word) => fitWord(part, word)));
      if (!best) return whole;
      sum += best;
    }
    return Math.max(whole, (sum / asked.length) * (asked.length === words.length ? 0.95 : 0.75));
  };

  /** The rows that fit a query, best first.
   * @param {string} text @param {number} limit @returns {Row[]} */
  const find = (text, limit) => {
    const query = fold(text);
    if (!query || !entries) return [];
    for (const entry of entries) {
      entry.score = Math.max(...entry.keys.map((key) => key.weight * fit(query, key.text)));
      if (!entry.score && query.length > 2 && (" " + entry.body).includes(" " + query)) entry.score = 10;
    }
    return entries.filter((entry) => entry.score > 0)
      .sort((a, b) => b.score - a.score || a.keys[0].text.length - b.keys[0].text.length)
      .slice(0, limit).map((entry) => entry.row);
  };

  /** @param {Row} row @param {HTMLElement} head @param {HTMLElement} item */
  const describe = (row, head, item) => {
    head.textContent = row[0];
    item.append(head);
    const small = document.createElement("small");
    small.textContent = row[4].length > 130 ? row[4].slice(0, 129) + "…" : row[4];
    if (row[4]) item.append(small);
    return item;
  };

  /** @param {HTMLFormElement} form */
  const suggest = (form) => {
    const input = form.querySelector("input");
    const { index = "", root = "" } = form.dataset;
    if (!input) return;
    const list = document.createElement("ul");
    list.className = "suggestions";
    list.id = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels?.[0]?.textContent || "");
    list.hidden = true;
    form.append(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    /** @type {Row[]} */
    let rows = [];
    let chosen = -1;

    /** @param {number} place */
    const choose = (place) => {
      chosen = place;
      [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === place)));
      if (place >= 0) input.setAttribute("aria-activedescendant", `suggestion-${place}`);
      else input.removeAttribute("aria-activedescendant");
    };
    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      choose(-1);
    };
    const update = () => {
      rows = find(input.value, 7);
      list.replaceChildren(...rows.map((row, place) => {
        const item = document.createElement("li");
        item.id = `suggestion-${place}`;
        item.setAttribute("role", "option");
        return describe(row, document.createElement("strong"), item);
      }));
      list.hidden = !rows.length;
      input.setAttribute("aria-expanded", String(rows.length > 0));
      choose(-1);
    };
    /** @param {number} place */
    const go = (place) => { location.href = root + rows[place][1]; };

    input.addEventListener("focus", () => load(index, () => {}));
    input.addEventListener("input", () => load(index, update));
    input.addEventListener("blur", () => window.setTimeout(close, 150));
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target instanceof Element ? event.target.closest("li") : null;
      if (item) go([...list.children].indexOf(item));
    });
    input.addEventListener("keydown", (event) => {
      const count = list.hidden ? 0 : rows.length;
      if (event.key === "ArrowDown" && count) choose((chosen + 1) % count);
      else if (event.key === "ArrowUp" && count) choose(chosen > 0 ? chosen - 1 : count - 1);
      else if (event.key === "Escape" && count) close();
      else if (event.key === "Enter" && count && chosen >= 0) go(chosen);
      else return;
      event.preventDefault();
    });
    document.addEventListener("keydown", (event) => {
      const inField = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (event.key !== "/" || inField || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.focus();
      input.select();
    });
  };

  /** The page of all results, for the query in its address.
   * @param {HTMLElement} place @param {HTMLFormElement} form */
  const results = (place, form) => {
    const query = new URLSearchParams(location.search).get("q") || "";
    const input = form.querySelector("input");
    if (input) input.value = query;
    if (!query.trim()) return void input?.focus();
    const { index = "", root = "" } = form.dataset;
    load(index, () => {
      const rows = find(query, 100);
      const { none = "", one = "", other = "" } = place.dataset;
      const status = document.createElement("p");
      const text = rows.length === 0 ? none : rows.length === 1 ? one : other;
      status.textContent = text.replace("{count}", String(rows.length)).replace("{query}", () => query);
      const list = document.createElement("ul");
      list.className = "results";
      list.append(...rows.map((row) => {
        const link = document.createElement("a");
        link.href = root + row[1];
        return describe(row, link, document.createElement("li"));
      }));
      place.replaceChildren(status, list);
    });
  };

  definitions();
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.search"));
  if (form) {
    suggest(form);
    const place = document.getElementById("page-results");
    if (place) results(place, form);
  }
})();
