/* “Việc của tôi”: remember the reader's role on this machine and point out that role's work.
   Nothing is sent anywhere.  Without it every page is whole, and roles are plain links. */
"use strict";

(() => {
  const KEY = "hb-role";
  const BONDS = /** @type {const} */ ({
    lead: "C · bạn chủ trì",
    support: "P · bạn phối hợp",
    area: "cùng lĩnh vực",
  });

  /** @typedef {{ id: string, name: string }} Role */

  /** @returns {Role | null} */
  const readRole = () => {
    try {
      const role = JSON.parse(localStorage.getItem(KEY) || "null");
      const fits = role && /^[a-z0-9-]{1,120}$/.test(role.id) && typeof role.name === "string";
      return fits ? { id: role.id, name: role.name.slice(0, 200) } : null;
    } catch {
      return null;
    }
  };

  window.hbReadRole = readRole;

  /** Keep a role, or none.  Tell whether the machine lets us. @param {Role | null} role */
  const keepRole = (role) => {
    try {
      if (role) localStorage.setItem(KEY, JSON.stringify(role));
      else localStorage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  };

  const make = window.hbMake;

  /** @param {string} text @param {string} href */
  const makeLink = (text, href) => {
    const link = make("a", text);
    link.href = href;
    return link;
  };

  /** @param {Role} role */
  const addressOf = (role) => {
    const root = document.querySelector(".hb-my-role")?.getAttribute("data-root") || ".";
    return `${root}/vai-tro/${role.id}/index.html`;
  };

  /** The line at the head of every page. @param {Role | null} role */
  const showRole = (role) => {
    const link = document.querySelector(".hb-my-role a");
    if (!(link instanceof HTMLAnchorElement) || !role) return;
    link.href = addressOf(role);
    link.textContent = `Việc của tôi: ${role.name}`;
  };

  /** On a role's page: remember this role, or forget it. */
  const offerToRemember = () => {
    const place = document.querySelector(".hb-remember[data-role]");
    if (!(place instanceof HTMLElement)) return;
    const own = { id: place.dataset.role || "", name: place.dataset.name || "" };
    const button = make("button", "", "hb-button");
    button.setAttribute("type", "button");
    const said = make("span", "", "hb-detail");
    said.setAttribute("role", "status");
    const show = () => {
      const mine = readRole()?.id === own.id;
      button.setAttribute("aria-pressed", String(mine));
      button.textContent = mine ? "Đang nhớ là vai trò của tôi – bỏ nhớ" : "Nhớ đây là vai trò của tôi";
    };
    button.addEventListener("click", () => {
      const mine = readRole()?.id === own.id;
      const kept = keepRole(mine ? null : own);
      said.textContent = !kept ? "Trình duyệt này không cho nhớ."
        : mine ? "Đã bỏ nhớ." : "Đã nhớ. Ở mỗi văn bản, việc của vai trò này được đánh dấu.";
      if (kept && !mine) showRole(own);
      show();
    });
    show();
    place.replaceChildren(button, said);
    place.hidden = false;
  };

  /** @param {Element} item @param {string} bond @param {string} id */
  const isBound = (item, bond, id) => (item.getAttribute(`data-${bond}-roles`) || "").split(" ").includes(id);

  /** @param {string} selector @param {string} id @returns {{ item: HTMLElement, bond: keyof typeof BONDS }[]} */
  const findMine = (selector, id) => {
    const found = [];
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector))) {
      const bond = /** @type {(keyof typeof BONDS)[]} */ (Object.keys(BONDS)).find((one) => isBound(item, one, id));
      if (bond) found.push({ item, bond });
    }
    return found;
  };

  /** On a plan's page: mark the role's work, sum it up, and show it alone on demand. @param {Role} role */
  const showMyWork = (role) => {
    const place = document.querySelector(".hb-mine");
    if (!(place instanceof HTMLElement)) return;
    const tasks = findMine(".hb-task[id]", role.id);
    const dates = findMine(".hb-milestones tr[id]", role.id);
    [...tasks, ...dates, ...findMine(".hb-matrix tr", role.id)].forEach(({ item, bond }) => {
      if (bond !== "area") item.classList.add("hb-is-mine");
    });
    tasks.forEach(({ item, bond }) => item.querySelector(".hb-what")?.prepend(make("span", BONDS[bond], "hb-mine-tag")));

    const title = make("p", "");
    title.append(make("strong", "Việc của tôi trong văn bản này"), " – ", makeLink(role.name, addressOf(role)));
    place.replaceChildren(title, summary(tasks, dates));
    const own = tasks.filter(({ bond }) => bond !== "area");
    if (tasks.length) place.append(onlyMineButton((own.length ? own : tasks).map(({ item }) => item)));
    place.hidden = false;
  };

  /** @param {ReturnType<typeof findMine>} tasks @param {ReturnType<typeof findMine>} dates */
  const summary = (tasks, dates) => {
    const list = make("ul");
    /** @param {string} text @param {ReturnType<typeof findMine>} items */
    const add = (text, items) => {
      if (!items.length) return;
      const line = make("li");
      line.append(makeLink(`${items.length} ${text}`, `#${items[0].item.id}`));
      list.append(line);
    };
    add("hạn, mốc phải giữ", dates);
    add("nhiệm vụ chủ trì (C)", tasks.filter(({ bond }) => bond === "lead"));
    add("nhiệm vụ phối hợp (P)", tasks.filter(({ bond }) => bond === "support"));
    add("nhiệm vụ cùng lĩnh vực, đơn vị khác chủ trì", tasks.filter(({ bond }) => bond === "area"));
    return list.children.length ? list : make("p", "Văn bản này không giao việc cho vai trò này.");
  };

  /** @param {HTMLElement[]} mine */
  const onlyMineButton = (mine) => {
    const button = make("button", "Chỉ hiện việc của tôi", "hb-button");
    button.setAttribute("type", "button");
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      const only = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(only));
      button.textContent = only ? "Hiện lại tất cả nhiệm vụ" : "Chỉ hiện việc của tôi";
      document.querySelectorAll(".hb-tasks").forEach((group) => hideOthers(group, mine, only));
      if (only) mine[0].scrollIntoView({ block: "center" });
    });
    return button;
  };

  /** Hide a group's tasks that are not the reader's, and its heading when none is left. */
  const hideOthers = (/** @type {Element} */ group, /** @type {HTMLElement[]} */ mine, /** @type {boolean} */ only) => {
    const tasks = Array.from(group.querySelectorAll(".hb-task"));
    tasks.forEach((task) => task.toggleAttribute("hidden", only && !mine.includes(/** @type {HTMLElement} */ (task))));
    const empty = only && tasks.every((task) => task.hasAttribute("hidden"));
    [group, group.previousElementSibling].forEach((part) => {
      part?.classList.add("hb-group-part");
      part?.toggleAttribute("hidden", empty);
    });
  };

  const role = readRole();
  showRole(role);
  offerToRemember();
  if (role) showMyWork(role);
})();
