// Shows a letter instead of opening a mail program: people who try the preview must not write to real businesses by mistake.
// A classic script, added to the preview page and to every privacy.html and request.html in it.

(() => {
  const words = {
    en: {
      title: "The letter",
      intro: "In the preview the letter is only shown. No mail program opens, and nothing is sent.",
      to: "To",
      subject: "Subject",
      text: "Text",
      empty: "none: whoever writes fills it in",
      copy: "Copy",
      copied: "Copied",
      blocked: "Copying is blocked here",
      close: "Close",
    },
    de: {
      title: "Der Brief",
      intro:
        "In der Vorschau wird der Brief nur gezeigt. Es öffnet sich kein Mailprogramm, und nichts wird verschickt.",
      to: "An",
      subject: "Betreff",
      text: "Text",
      empty: "leer: wer schreibt, füllt das aus",
      copy: "Kopieren",
      copied: "Kopiert",
      blocked: "Kopieren ist hier gesperrt",
      close: "Schließen",
    },
    ar: {
      title: "الرسالة",
      intro: "في هذه المعاينة تُعرض الرسالة فقط: لا يُفتح برنامج البريد ولا يُرسل شيء.",
      to: "إلى",
      subject: "الموضوع",
      text: "النص",
      empty: "فارغ: يملؤه من يكتب الرسالة",
      copy: "نسخ",
      copied: "تم النسخ",
      blocked: "النسخ محظور هنا",
      close: "إغلاق",
    },
  };

  const css = `
    dialog {
      box-sizing: border-box; inline-size: min(34rem, 100vw - 32px); max-block-size: calc(100dvh - 48px);
      padding: 24px; overflow: auto;
      border: 1px solid light-dark(#d5d7dd, #3a3e47); border-radius: 12px;
      color: light-dark(#1c1f26, #eceef2); background: light-dark(#fff, #1d2026);
      box-shadow: 0 24px 64px -12px rgb(0 0 0 / 0.45); font: 400 1rem/1.5 system-ui, sans-serif;
      text-align: start; overflow-wrap: anywhere;
    }
    dialog::backdrop { background: rgb(10 12 18 / 0.5); }
    h2 { margin: 0; font-size: 1.125rem; }
    h2:focus { outline: none; }
    p { margin: 4px 0 16px; color: light-dark(#565b66, #b3b8c2); font-size: 0.9375rem; }
    dl { margin: 0; border-block-start: 1px solid light-dark(#e3e5ea, #33373f); }
    dl > div {
      display: grid; grid-template-columns: 5.5rem 1fr; gap: 12px;
      padding-block: 10px; border-block-end: 1px solid light-dark(#e3e5ea, #33373f);
    }
    dt { color: light-dark(#565b66, #b3b8c2); }
    dd { margin: 0; white-space: pre-wrap; unicode-bidi: plaintext; }
    [dir="rtl"] dd { text-align: right; }
    dd.none { color: light-dark(#565b66, #b3b8c2); font-style: italic; }
    .acts { display: flex; flex-wrap: wrap; gap: 12px; margin-block-start: 20px; }
    button {
      min-block-size: 44px; min-inline-size: 7rem; padding: 8px 16px;
      border: 1px solid light-dark(#7d828d, #828894); border-radius: 8px;
      color: inherit; background: none; font: inherit; font-weight: 600; cursor: pointer;
    }
    button:hover { background: light-dark(#f0f1f4, #2a2e36); }
    :focus-visible { outline: 3px solid light-dark(#3b63d3, #8fadff); outline-offset: 2px; }
    @media (max-width: 30rem) { dl > div { grid-template-columns: 1fr; gap: 0; } }
  `;

  /** Percent signs that stand for nothing are left as they are. */
  const decode = (text) =>
    text.replace(/(%[0-9a-f]{2})+/gi, (signs) => {
      try {
        return decodeURIComponent(signs);
      } catch {
        return signs;
      }
    });

  /** The parts of a mailto: address (RFC 6068: a plus sign is a plus sign). */
  const read = (href) => {
    const [, to, query = ""] = /^mailto:([^?]*)\??(.*)$/is.exec(href);
    const fields = Object.fromEntries(
      query
        .split("&")
        .filter(Boolean)
        .map((pair) => {
          const [name, ...value] = pair.split("=");
          return [name.toLowerCase(), decode(value.join("=")).replace(/\r\n?/g, "\n")];
        }),
    );
    return { to: decode(to), subject: fields.subject, body: fields.body };
  };

  const make = (name, text, attributes = {}) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  const rows = (pairs, empty) => {
    const list = make("dl");
    for (const [term, value] of pairs) {
      const row = make("div");
      row.append(make("dt", term), make("dd", value || empty, value ? {} : { class: "none" }));
      list.append(row);
    }
    return list;
  };

  const show = (letter, opener) => {
    const language = Object.hasOwn(words, document.documentElement.lang) ? document.documentElement.lang : "en";
    const said = words[language];
    const host = make("preview-letter");
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];

    const dialog = make("dialog", "", {
      "aria-labelledby": "title",
      lang: language,
      dir: language === "ar" ? "rtl" : "ltr",
    });
    const heading = make("h2", said.title, { id: "title", tabindex: "-1", autofocus: "" });
    const copying = make("button", said.copy, { type: "button", "aria-live": "polite" });
    const closing = make("button", said.close, { type: "button" });
    const acts = make("div", "", { class: "acts" });
    acts.append(copying, closing);
    const parts = [
      [said.to, letter.to],
      [said.subject, letter.subject],
      [said.text, letter.body?.trimEnd()],
    ];
    dialog.append(heading, make("p", said.intro), rows(parts, said.empty), acts);
    root.append(dialog);

    copying.addEventListener("click", async () => {
      const subject = letter.subject && `${said.subject}: ${letter.subject}`;
      const whole = [`${said.to}: ${letter.to}`, subject, letter.body && `\n${letter.body}`];
      const done = navigator.clipboard?.writeText(whole.filter(Boolean).join("\n")) ?? Promise.reject();
      copying.textContent = await done.then(
        () => said.copied,
        () => said.blocked,
      );
    });
    closing.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      host.remove();
      opener.focus({ preventScroll: true });
    });
    document.body.append(host);
    dialog.showModal();
  };

  // In the capture phase and along the composed path: links in open shadow roots are links, too.
  document.addEventListener(
    "click",
    (event) => {
      const link = event.composedPath().find((node) => node.href && /^mailto:/i.test(node.href));
      if (!link) return;
      event.preventDefault();
      show(read(link.href), link);
    },
    true,
  );
})();
