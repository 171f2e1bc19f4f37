// request.html without JavaScript, which is really off in each engine (engines.mjs): every right, every letter, and the declared form.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { By } from "selenium-webdriver";
import { PLACES, stated, wordsOf } from "./form.mjs";
import { freePort } from "./ports.mjs";
import { built } from "./sites.mjs";
import { folder, page, run, test } from "./suite.mjs";

const SHAPE = JSON.parse(readFileSync(folder("www/request.schema.json"), "utf8"));
const AT = "/courtesy/request.html";

const choose = (session, place) => session.findElement(By.css(`#letters input[value="${place}"]`)).click();

/** What is in sight: for each place its rights, under the headings that they stand under. */
const seen = (widget) =>
  widget.run(`return [...document.querySelectorAll(".local")].filter((section) => section.getClientRects().length).map((section) => {
    const parts = {};
    for (const list of section.querySelectorAll("ul.entries")) {
      let heading = list;
      while (heading.tagName !== "H2") heading = heading.previousElementSibling;
      parts[heading.textContent] = [...list.querySelectorAll("h3")].map((title) => title.textContent);
    }
    return [section.classList[1], parts];
  })`);

/** The letters of a place: the right, whom to, the subject, the text, and the link. */
const letters = (widget, place) =>
  widget.run(`return [...document.querySelectorAll(".local." + arguments[0] + " details:has(pre)")].map((letter) => {
    const [to, subject] = [...letter.querySelectorAll("p")].map((line) => line.textContent);
    return { right: letter.closest("li").querySelector("h3").textContent, to, subject,
      text: letter.querySelector("pre").textContent, href: letter.querySelector("a")?.getAttribute("href") };
  })`, place);

const encoded = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt().toString(16).toUpperCase()}`);

const PAGES = [
  ...["mazoon", "mjpro", "nanoflux", "mediux"].map((site) => [site, "en"]),
  ...["en", "de", "ar"].map((language) => ["quillhaven", language]),
];

for (const [site, language] of PAGES) {
  const at = language === "en" ? AT : AT.replace("request.", `request.${language}.`);
  const words = wordsOf(language).pages;

  test(`${site}, ${language}: without JavaScript each place shows the rights that are stated to it, and no other place's`, { site, at },
    async ({ widget, session }) => {
      assert.deepEqual(await widget.run("return [typeof said, document.getElementById('form').getClientRects().length]"), ["undefined", 0], "no script ran");
      assert.deepEqual(await widget.run("return [document.documentElement.lang, getComputedStyle(document.body).direction]"), [language, language === "ar" ? "rtl" : "ltr"]);
      for (const place of [undefined, ...Object.keys(PLACES)]) {
        if (place) await choose(session, place);
        const [[shown, parts], ...more] = await seen(widget);
        assert.deepEqual([shown, more], [place ?? "other", []]);
        assert.deepEqual(parts[words.request.stated], stated(site, language, shown));
      }
    });

  test(`${site}, ${language}: each letter has address, subject and blanks, and its link opens exactly that letter`, { site, at },
    async ({ widget, session }) => {
      const [to, subject] = [words.request.to, words.request.subject].map((line) => line.replace(/\{\w+\}$/, ""));
      let count = 0;
      for (const place of Object.keys(PLACES)) {
        await choose(session, place);
        for (const letter of await letters(widget, place)) {
          count++;
          assert.ok(letter.to.startsWith(to) && letter.subject.startsWith(subject), JSON.stringify(letter));
          const [email, title] = [letter.to.slice(to.length), letter.subject.slice(subject.length)];
          assert.match(email, /^[\w.]+@[\w.]+$/);
          assert.ok(letter.text.includes(words.request.blankDate), letter.text);
          const body = letter.text.replaceAll("\n", "\r\n");
          const whole = `mailto:${email}?subject=${encoded(title)}&body=${encoded(body)}`;
          // Longer links are cut short by mail programs: such a letter is pasted into a mail that is addressed.
          if (whole.length > 2000) assert.equal(letter.href, `mailto:${email}?subject=${encoded(title)}`, letter.right);
          else {
            const fields = letter.href.split(/[?&]/);
            assert.deepEqual([fields.length, ...fields.map(decodeURIComponent)], [3, `mailto:${email}`, `subject=${title}`, `body=${body}`]);
          }
        }
      }
      assert.ok(count > 8, `${count} letters`);
    });
}

for (const [site, place, right, to, subject, article] of [
  ["mazoon", "eu", "Have your data deleted", "amrbakry@mazoonai.com", "Request to delete my personal data", "GDPR Article 17"],
  ["mjpro", "other", "Data export", "dm.ciguleva@gmail.com", "Request for my personal data in a portable form", ""],
  ["nanoflux", "uk", "Account data export", "support@nanoflux.ai", "Request for my personal data in a portable form", "UK GDPR Article 20"],
  ["mediux", "us-ca", "Right to know", "privacy@mediuxai.com", "California Privacy Request", "California Civil Code section 1798.110"],
  ["mediux", "us-ca", "Right to delete", "privacy@mediuxai.com", "California Privacy Request", "California Civil Code section 1798.105"],
  ["mediux", "eu", "Delete data from connected platforms", "privacy@mediuxai.com", "Data Deletion Request", "GDPR Article 17"],
  ["mediux", "uk", "Delete data from Meta", "privacy@mediuxai.com", "Meta Data Deletion Request", "UK GDPR Article 17"],
  ["mediux", "eu", "Ask the data protection officer", "dpo@mediuxai.com", "Ask the data protection officer", ""],
  ["quillhaven", "eu", "Object to the use of your data", "dpo@quillhaven.example", "Objection", "GDPR Article 21"],
]) {
  test(`${site}: the letter for “${right}” goes to ${to} as “${subject}”`, { site, at: AT }, async ({ widget, session }) => {
    await choose(session, place);
    const letter = (await letters(widget, place)).find((letter) => letter.right === right);
    assert.deepEqual([letter.to, letter.subject], [`To: ${to}`, `Subject: ${subject}`]);
    assert.ok(letter.text.includes(article), letter.text);
    assert.ok(letter.text.includes("Kind regards,\n[your name]\n\nEmail address: [the email address that we know you by]\nDate: [date]"), letter.text);
    await session.findElement(By.css(`.local.${place} details:has(pre) summary`)).click();
    assert.equal(await session.findElement(By.css(`.local.${place} pre`)).isDisplayed(), true, "a letter opens");
  });
}

test("to opt out or to limit, the letter asks for neither name nor address", { site: "mediux", at: AT }, async ({ widget }) => {
  for (const letter of (await letters(widget, "us-ca")).filter(({ right }) => /opt out|limit/.test(right))) assert.doesNotMatch(letter.text, /\[your name\]|\[the email/);
});

for (const [site, file] of [["mediux", "request.html"], ["quillhaven", "request.ar.html"]]) {
  test(`320 pixels wide nothing of ${site}'s ${file} scrolls sideways, whatever is open`,
    { site, pages: { "/": page({ tag: "", body: `<iframe src="/courtesy/${file}" width="320" height="500" style="border:0"></iframe>` }) } },
    async ({ widget, session }) => {
      await session.switchTo().frame(0);
      for (const place of Object.keys(PLACES)) {
        await choose(session, place);
        const [wide, inner] = await widget.run(`for (const more of document.querySelectorAll("details")) more.open = true;
          return [document.documentElement.scrollWidth, innerWidth]`);
        assert.ok(inner === 320 && wide <= 320, `${place}: ${wide} of ${inner}`);
      }
      await session.switchTo().defaultContent();
    });
}

const declared = async (answer) => {
  const port = await freePort();
  const site = built({ regimes: ["gdpr"], requests: { endpoint: `http://127.0.0.1:${port}/requests` } });
  return { port, at: AT, folders: { "/courtesy/": site }, rules: { "/requests": answer } };
};

/** Fills fields by their names and sends; gives what the server got. The drivers' own keys have no emoji. */
const sent = async ({ widget, session, server }, answers) => {
  await widget.run(`for (const [name, value] of Object.entries(arguments[0])) {
      const field = document.querySelector("#letters form").elements[name];
      if (field.type === "checkbox") field.checked = value;
      else field.value = value;
    }`, answers);
  await session.findElement(By.css("#letters form .ways button")).click();
  await session.wait(() => server.posts.length, 20_000);
  assert.equal(server.posts.length, 1);
  assert.equal(server.posts[0].headers["content-type"], "application/x-www-form-urlencoded");
  return new URLSearchParams(server.posts[0].body);
};

test("a declared endpoint is sent the form's fields under the names of the published shape",
  { made: () => declared({ status: 200, body: "Thank you" }) },
  async (visit) => {
    const names = await visit.widget.run("return [...new Set([...document.querySelector('#letters form').elements].map(({ name }) => name).filter(Boolean))]");
    assert.deepEqual(names.filter((name) => !(name in SHAPE.properties)), []);
    assert.deepEqual(SHAPE.required.filter((name) => !names.includes(name)), []);
    const answers = { place: "eu", right: "Have your data deleted", who: "agent", name: "Ada", person: "Grace", permission: true, reply: "ada@agency.example", email: "ada@mail.example", text: "Please." };
    const fields = await sent(visit, answers);
    assert.deepEqual(Object.fromEntries(fields), { schema: SHAPE.properties.schema.const, site: "Teahouse", language: "en", ...answers, permission: "true" });
    await visit.session.wait(async () => (await visit.session.getCurrentUrl()).endsWith("/requests"), 20_000);
  });

for (const [what, name, text] of [
  ["10,000 characters", "Ada", "Fifty characters of a text that is rather long. ♥\n".repeat(200)],
  ["emoji and a name that is read from right to left", "مها 👩🏽‍🚀 \u202Eعلي\u202C", "🫖".repeat(99)],
  ["line breaks and “&bcc=”", "Ada\r\nBcc: eve@mail.example&bcc=eve@mail.example", "One\r\nBcc: eve@mail.example\rTwo\n&bcc=eve@mail.example&text=%0A+"],
]) {
  test(`${what} arrive as they were written`, { made: () => declared({ status: 204 }) }, async (visit) => {
    const email = "a&bcc=eve@mail.example";
    const fields = await sent(visit, { name, person: name, email, text });
    // A field of one line has one line, by HTML's own rules, and the breaks of a text are sent as "\r\n".
    const line = name.replaceAll(/[\r\n]/g, "");
    assert.deepEqual(["name", "person", "email", "text"].map((field) => fields.get(field)), [line, line, email, text.replaceAll(/\r\n|\r|\n/g, "\r\n")]);
    assert.deepEqual([...fields.keys()].filter((field) => !(field in SHAPE.properties)), []);
  });
}

test("an address in letters of any language is not held back", { made: () => declared({ status: 204 }) }, async (visit) => {
  assert.equal((await sent(visit, { name: "مها", email: "مها@mail.example" })).get("email"), "مها@mail.example");
});

test("what is left blank is sent as blank, and the letters stay beside the form", { made: () => declared({ status: 204 }) }, async (visit) => {
  assert.ok((await letters(visit.widget, "eu")).length > 5);
  const fields = await sent(visit, {});
  assert.deepEqual(SHAPE.required.filter((name) => !fields.get(name)), []);
  assert.deepEqual([fields.get("name"), fields.get("place"), fields.get("who")], ["", "other", "oneself"]);
});

run({ scripts: false });
