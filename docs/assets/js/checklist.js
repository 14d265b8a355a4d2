/* The check-list of a procedure: what is done, what is left, whose turn it is. */
"use strict";

(() => {
  /** @type {HTMLElement | null} */
  const panel = document.querySelector(".hb-checklist");
  const store = window.hbProgress;
  /** @type {HTMLElement | null} */
  const progressLine = document.querySelector(".hb-progress");
  const template = panel?.querySelector("template");
  if (!panel || !progressLine || !store || !template) return;

  const procedure = panel.dataset.procedure || "";
  const ownRoles = (panel.dataset.roles || "").split(" ").filter(Boolean);
  /** @type {HTMLSelectElement | null} */
  const roleBox = progressLine.querySelector("select");
  const count = progressLine.querySelector("[aria-live]");
  const said = panel.querySelector(".hb-checklist-said");
  /** @type {HTMLInputElement | null} */
  const fileBox = panel.querySelector('input[type="file"]');

  const fragment = document.importNode(template.content, true);
  const rows = /** @type {HTMLElement[]} */ ([...fragment.querySelectorAll("[data-step]")]);
  /** Steps joined by “và” or “hoặc” share a number and count as one. */
  const groups = [...new Set(rows.map((row) => row.dataset.number))].map((number) =>
    rows.filter((row) => row.dataset.number === number),
  );

  /** @param {string} words */
  const say = (words) => {
    if (said) said.textContent = words;
  };

  /** A step without bodies is the reader's own. @param {HTMLElement} row */
  const isMine = (row) => {
    const roles = (row.dataset.roles || "").split(" ").filter(Boolean);
    const wanted = roleBox?.value ? [roleBox.value] : ownRoles;
    return !roles.length || roles.some((role) => wanted.includes(role));
  };

  /** @param {HTMLElement[]} group @param {Map<string, string>} done */
  const isComplete = (group, done) => {
    const ticked = group.filter((row) => done.has(row.dataset.step || ""));
    return group[1]?.dataset.join === "hoặc" ? ticked.length > 0 : ticked.length === group.length;
  };

  /** @param {HTMLElement} row @param {Map<string, string>} done */
  const isLeft = (row, done) => {
    const group = groups.find((one) => one.includes(row)) || [row];
    return !done.has(row.dataset.step || "") && !isComplete(group, done);
  };

  const render = () => {
    const progress = store.load();
    const done = progress.done.get(procedure) || new Map();
    rows.forEach((row) => showRow(row, done));
    panel.querySelectorAll(".hb-checklist-part").forEach((part) => {
      part.toggleAttribute("hidden", !part.querySelector("[data-step]"));
    });
    /** @type {NodeListOf<HTMLInputElement>} */
    const boxes = document.querySelectorAll("input[data-tick]");
    boxes.forEach((box) => {
      box.checked = done.has(box.dataset.tick || "");
    });
    showCount(done);
  };

  /** Put a row into its part, in the order of the steps. @param {HTMLElement} row @param {Map<string, string>} done */
  const showRow = (row, done) => {
    const step = row.dataset.step || "";
    const mine = isMine(row);
    const list = panel.querySelector(`[data-part="${mine ? "mine" : "others"}"] ul`);
    if (row.parentElement !== list) {
      const next = rows.slice(rows.indexOf(row) + 1).find((other) => other.parentElement === list);
      list?.insertBefore(row, next || null);
    }
    row.classList.toggle("hb-is-done", done.has(step));
    row.classList.toggle("hb-is-left", isLeft(row, done));
    document.querySelectorAll(`[data-whose="${step}"]`).forEach((tag) => {
      tag.textContent = mine ? "tôi làm" : "người khác làm cho tôi";
    });
    document.querySelectorAll(`[data-done="${step}"]`).forEach((tag) => {
      tag.toggleAttribute("hidden", !done.has(step));
    });
  };

  /** @param {Map<string, string>} done */
  const showCount = (done) => {
    const finished = groups.filter((group) => isComplete(group, done)).length;
    const next = rows.find((row) => isLeft(row, done));
    const title = next?.querySelector("label > span:last-child")?.textContent;
    const words = title
      ? `Đã xong ${finished}/${groups.length} bước. Bước tiếp theo: ${title}.`
      : `Đã xong cả ${groups.length} bước.`;
    if (count && count.textContent !== words) count.textContent = words;
  };

  /** Change the newest progress, so that another open page loses nothing.
      @param {(progress: Progress) => void} change */
  const update = (change) => {
    const progress = store.load();
    change(progress);
    const kept = store.save(progress);
    render();
    return kept;
  };

  const NOT_KEPT =
    "Trình duyệt này không cho trang ghi lên máy: đóng trang là mất dấu. Hãy xuất tệp tiến độ.";

  /** @param {HTMLInputElement} box */
  const tick = (box) => {
    const step = box.dataset.tick || "";
    const kept = update(({ done }) => {
      const own = done.get(procedure) || new Map();
      done.set(procedure, own);
      if (box.checked) own.set(step, window.hbDay.today());
      else own.delete(step);
    });
    say(kept ? "" : NOT_KEPT);
  };

  const exportFile = () => {
    const blob = new Blob([store.write(store.load())], { type: "application/json" });
    const link = window.hbMake("a");
    link.href = URL.createObjectURL(blob);
    link.download = `tien-do-${window.hbDay.today()}.json`;
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    say(`Đã xuất tệp ${link.download}, gồm dấu của mọi quy trình.`);
  };

  /** @param {File} file */
  const importFile = async (file) => {
    try {
      const read = store.parse(await file.text());
      let added = 0;
      const kept = update((progress) => {
        added = store.merge(progress, read);
      });
      say(`Đã nhập tệp “${file.name}”: thêm ${added} bước đã xong.${kept ? "" : ` ${NOT_KEPT}`}`);
    } catch (error) {
      const reason = error instanceof store.WrongFile ? error.message : "không mở được tệp";
      say(`Không nhập tệp “${file.name}”: ${reason}. Dấu đang có vẫn giữ nguyên.`);
    }
  };

  const clear = () => {
    if (!window.confirm("Bỏ mọi dấu đã xong của quy trình này?")) return;
    update(({ done }) => done.delete(procedure));
    say("Đã bỏ dấu của quy trình này; các quy trình khác giữ nguyên.");
  };

  /** @type {Record<string, () => void>} */
  const acts = { export: exportFile, import: () => fileBox?.click(), clear };

  document.addEventListener("change", (event) => {
    const box = event.target;
    if (box instanceof HTMLInputElement && box.dataset.tick) tick(box);
  });
  panel.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-act]") : null;
    if (button instanceof HTMLElement) acts[button.dataset.act || ""]?.();
  });
  fileBox?.addEventListener("change", () => {
    const file = fileBox.files?.[0];
    fileBox.value = ""; // so that the same file may be chosen again
    if (file) importFile(file);
  });
  roleBox?.addEventListener("change", () => {
    update((progress) => {
      progress.role = roleBox.value;
    });
  });
  window.addEventListener("storage", (event) => {
    if (event.key === store.KEY) render();
  });

  /** The role chosen here, else the one the reader had remembered for the whole site (role.js). */
  const rememberedRole = () => store.load().role || window.hbReadRole()?.id || "";

  const role = rememberedRole();
  if (roleBox && ownRoles.includes(role)) roleBox.value = role;
  render();
  panel.hidden = false;
  progressLine.hidden = false;
  document.querySelectorAll(".hb-tick").forEach((part) => part.removeAttribute("hidden"));
})();
