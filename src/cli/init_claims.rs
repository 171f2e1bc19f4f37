//! What `courtesy init` asks about promises: each in one plain question, and only what the answers so far leave open.
//!
//! Visitors read a promise in the notice and the policy, so nothing is promised that the owner did not answer.

use serde_json::json;

use super::host::Host;
use super::init::Init;
use super::init_answers::{answer, optional, yes};
use super::init_items::StoredItem;
use crate::site::Claim;

const CHOICES: &str = "(yes, no, leave empty if you are not sure)";

/// What is sold and what is shared, from an answer to "which of the two".
fn which(text: &str) -> Result<(bool, bool), String> {
    match text.trim().to_lowercase().as_str() {
        "sell" => Ok((true, false)),
        "share" => Ok((false, true)),
        "both" => Ok((true, true)),
        _ => Err("please answer sell, share or both".into()),
    }
}

impl Init {
    /// The claims of the site file, each once. A site that stores nothing stores only what it needs.
    pub(super) fn claims(&self) -> Vec<Claim> {
        let mut claims = Vec::new();
        for claim in self.no_items.then_some(Claim::OnlyNecessary).iter().chain(&self.claim) {
            if !claims.contains(claim) {
                claims.push(*claim);
            }
        }
        claims
    }

    /// The answers about promises as flags.
    pub(super) fn claim_flags(&self) -> Vec<String> {
        let words: Vec<_> = self.claim.iter().filter_map(|claim| Some(json!(claim).as_str()?.to_owned())).collect();
        let claims = (!words.is_empty()).then(|| format!("--claim {}", words.join(",")));
        let stated = [("sells", self.sells), ("shares", self.shares)].into_iter();
        let stated = stated.filter_map(|(flag, value)| Some(format!("--{flag} {}", if value? { "yes" } else { "no" })));
        claims.into_iter().chain(stated).collect()
    }

    /// Asks for each promise that nothing contradicts so far; `None` if the input ends first.
    pub(super) fn ask_claims(&mut self, host: &dyn Host) -> Option<()> {
        let serves = |words: &[&str]| self.item.iter().map(StoredItem::purpose_id).any(|word| words.contains(&word));
        let (counts, advertises) = (serves(&["analytics"]), serves(&["advertising"]));
        let is_essential = !self.no_items && self.item.iter().all(|item| item.purpose_id() == "essential");
        if is_essential {
            self.promise(host, Claim::OnlyNecessary, "Is that all that the site stores on visitors' devices?", true)?;
        }
        if self.sells.is_none() && self.shares.is_none() {
            let question = format!("Do you sell visitors' personal data, or share it for advertising? {CHOICES}");
            let stated = match answer(host, &question, |text| optional(text, yes))? {
                Some(true) => Some(answer(host, "Which of the two? (sell, share, both)", which)?),
                Some(false) => Some((false, false)),
                None => None,
            };
            (self.sells, self.shares) = stated.unzip();
        }
        let is_sold = self.sells == Some(true) || self.shares == Some(true);
        if !is_sold && !counts && !advertises {
            self.promise(host, Claim::NoTracking, "Do you track visitors, on this site or across sites?", false)?;
        }
        if !counts {
            self.promise(host, Claim::NoAnalytics, "Do you use analytics, such as Google Analytics or Matomo?", false)?;
        }
        if !is_sold && !advertises {
            self.promise(host, Claim::NoAds, "Does the site show ads?", false)?;
        }
        Some(())
    }

    /// Asks a question to which one of the answers is a promise.
    fn promise(&mut self, host: &dyn Host, claim: Claim, question: &str, promising: bool) -> Option<()> {
        if !self.claim.contains(&claim) {
            let given = answer(host, &format!("{question} {CHOICES}"), |text| optional(text, yes))?;
            self.claim.extend((given == Some(promising)).then_some(claim));
        }
        Some(())
    }
}
