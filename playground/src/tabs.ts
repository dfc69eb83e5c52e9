// Two tabs, of which one shows its panel; arrows move between them.

/** @returns what shows the panel of this id */
export function tabs(...all: HTMLElement[]): (panel: string) => void {
  const panelOf = (tab: HTMLElement) => tab.getAttribute("aria-controls")!;
  const show = (panel: string) => {
    for (const tab of all) {
      const selected = panelOf(tab) === panel;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
      document.getElementById(panelOf(tab))!.hidden = !selected;
    }
  };
  all.forEach((tab, index) => {
    tab.addEventListener("click", () => show(panelOf(tab)));
    tab.addEventListener("keydown", ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      const next = step && all[(index + step + all.length) % all.length];
      if (!next) return;
      show(panelOf(next));
      next.focus();
    });
  });
  return show;
}
