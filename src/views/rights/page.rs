//! `request.html`: the same form, complete without JavaScript. Where an endpoint is declared it posts there; the letters can be
//! copied in any case. Which place's rights are in sight is decided by the style sheet, from the radio button that is chosen.

use yew::prelude::*;

use super::blank_fields::blank_fields;
use super::fields::choice;
use super::prepare::{collection, endpoint, list, of_age, place_word};
use crate::rights::{self, FormValues, LONGEST, LetterTemplate, LetterTemplates, letter, mail, mailto};
use crate::views::builder::{Declared, Surface, text, within};
use crate::views::by_address::ByAddress;
use crate::views::draw::{Here, draw};
use crate::views::element::{Attribute, Element};
use crate::views::policy::contact::{contact, further};
use crate::words::Word;

/// The names of the app's files, next to the page, for visitors with JavaScript.
#[derive(Clone, Debug, PartialEq)]
pub struct FormFiles {
    /// The glue.
    pub script: String,
    /// The wasm.
    pub wasm: String,
    /// What can be asked.
    pub rights: String,
    /// The loader's second half, which removes what an opt-out turns off; only where there is such a thing.
    pub later: Option<String>,
}

/// What the page is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RequestProps {
    /// What it shows.
    pub declared: ByAddress<Declared>,
    /// The files of the app, if they are next to the page.
    pub files: Option<FormFiles>,
}

/// The page for requests.
#[component]
pub fn RequestPage(RequestProps { declared, files }: &RequestProps) -> Html {
    let say = |word| declared.say(word).to_owned();
    let here = Here::default();
    let sections = rights::Place::ALL.map(|place| {
        let elements = list(declared, place, Surface::Page, |offer| written(declared, &offer));
        html! {
            <section class={classes!("local", name_of(place))}>
                { for elements.iter().map(|element| draw(&declared.pages, &here, element)) }
            </section>
        }
    });
    let intro = if endpoint(declared).is_some() { Word::RequestIntroEndpoint } else { Word::PageRequestText };
    html! {
        <main class="request">
            <h1>{ declared.of_site(Word::PageRequest) }</h1>
            <p>{ say(intro) }</p>
            if let Some(FormFiles { script, wasm, rights, later }) = files {
                <section id="form" hidden=true data-script={script.clone()} data-wasm={wasm.clone()} data-rights={rights.clone()} data-later={later.clone()}>
                    <h2>{ say(Word::RequestFill) }</h2>
                    <div></div>
                </section>
            }
            <div id="letters">
                { questions(declared) }
                if endpoint(declared).is_some() {
                    <p>{ say(Word::RequestLettersBelow) }</p>
                }
                { for sections }
            </div>
            <h2>{ say(Word::PageContact) }</h2>
            { contact(declared) }
            <p><a href={declared.pages.policy.clone()}>{ say(Word::PageToPrivacy) }</a></p>
            { further(declared) }
        </main>
    }
}

/// Where the visitor lives; and, with an endpoint, everything else that it is sent.
fn questions(declared: &Declared) -> Html {
    let say = |word| declared.say(word).to_owned();
    let places = html! {
        <fieldset>
            <legend>{ say(Word::ChoosePlace) }</legend>
            <p class="hint">{ say(Word::ChoosePlaceWhy) }</p>
            { for rights::Place::ALL.map(|place| {
                let is_chosen = place == rights::Place::Other;
                choice("place", name_of(place), say(place_word(place)), is_chosen, Callback::noop())
            }) }
        </fieldset>
    };
    let Some(action) = endpoint(declared) else { return places };
    let letters = letters(declared);
    let has_anonymous = letters.iter().any(|letter| !letter.required_fields.identity());
    let young = of_age(declared, Word::RequestYoung);
    let hidden = |name: &'static str, value: String| html! { <input type="hidden" {name} {value} /> };
    html! {
        <form method="post" action={action.to_owned()} accept-charset="utf-8" novalidate=true>
            { hidden("schema", rights::SCHEMA.to_owned()) }
            { hidden("site", declared.site.name.clone()) }
            { hidden("language", declared.language.to_string()) }
            { places }
            <h2>{ say(Word::RequestFill) }</h2>
            <div class="field">
                <label for="field-right">{ say(Word::RequestRight) }</label>
                <select id="field-right" name="right">
                    { for letters.into_iter().map(|letter| html! { <option>{ letter.right }</option> }) }
                </select>
            </div>
            { blank_fields(&declared.words, young.as_ref(), has_anonymous) }
            <div class="hint">
                { for collection(declared).iter().map(|element| draw(&declared.pages, &Here::default(), element)) }
            </div>
            <p class="warning">{ say(Word::ReviewFinal) }</p>
            <div class="ways"><button>{ say(Word::ReviewSend) }</button></div>
        </form>
    }
}

/// The letters that can be written, from wherever, one for each title.
fn letters(declared: &Declared) -> Vec<LetterTemplate> {
    let mut letters: Vec<LetterTemplate> = Vec::new();
    for place in rights::Place::ALL.into_iter().rev() {
        let LetterTemplates { stated, statutory, general } =
            LetterTemplates::of(&declared.site, &declared.words, place);
        let statutory = statutory.into_iter().map(|(_, offer)| offer);
        for letter in stated.into_iter().filter_map(|(_, letter)| letter).chain(statutory).chain(general) {
            if !letters.iter().any(|other| other.right == letter.right) {
                letters.push(letter);
            }
        }
    }
    letters
}

/// A letter with blanks, to copy or to open.
fn written(declared: &Declared, offer: &LetterTemplate) -> Element {
    let say = |word| declared.say(word).to_owned();
    let blanks = FormValues {
        name: if offer.required_fields.identity() { say(Word::RequestBlankName) } else { String::new() },
        email: if offer.required_fields.identity() { say(Word::RequestBlankEmail) } else { String::new() },
        text: say(if offer.required_fields.text() { Word::RequestBlankText } else { Word::RequestBlankMore }),
        ..FormValues::default()
    };
    let body = letter(&declared.words, offer, &blanks, declared.say(Word::RequestBlankDate));
    let filled = |word, name, value: &str| declared.words.fill(word, &[(name, value)]);
    let address = mail(&offer.to, &offer.subject, &body);
    // A long letter is pasted into a mail that has address and subject.
    let is_long = address.len() > LONGEST;
    let address = if is_long { mailto(&offer.to, Some(&offer.subject)) } else { address };
    let by_mail = !offer.to.is_empty();
    let open = within("p", vec![text("a", declared.say(Word::ReviewMail)).with(Attribute::Href, address)]);
    let long = (is_long && by_mail).then(|| text("p", declared.say(Word::ReviewLong)));
    let lines = [
        text("summary", declared.say(Word::RequestLetter)),
        text("p", filled(Word::RequestTo, "email", if by_mail { &offer.to } else { &offer.elsewhere })),
        text("p", filled(Word::RequestSubject, "subject", &offer.subject)),
        text("pre", body),
    ];
    within("details", lines.into_iter().chain(by_mail.then_some(open)).chain(long).collect())
}

fn name_of(place: rights::Place) -> &'static str {
    match place {
        rights::Place::Other => "other",
        rights::Place::Eu => "eu",
        rights::Place::Uk => "uk",
        rights::Place::UsCa => "us-ca",
    }
}
