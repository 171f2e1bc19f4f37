//! What a site declares against its own claims: `check` reports it, and the notice leaves out a claim that has any.

use super::{Claim, Nature, Purpose, Service, Site};

/// A declared fact against a claim.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Contradiction<'a, T> {
    /// A purpose, by one of its fields.
    Purpose(&'a Purpose<T>, &'static str),
    /// A service for such a purpose, by its place in the list.
    Service(usize, &'a Service<T>),
    /// A field of the site.
    Field(&'static str),
}

impl<T: PartialEq> Site<T> {
    /// What contradicts a claim. What contradicts `not-shared` is a recipient, which no notice speaks of: `check` alone looks for it.
    pub fn contradictions(&self, claim: Claim) -> Vec<Contradiction<'_, T>> {
        match claim {
            Claim::NotShared => Vec::new(),
            Claim::NoAnalytics => self.of_nature(Nature::Analytics),
            Claim::NoTracking | Claim::NoAds => {
                let mut found = self.of_nature(Nature::Advertising);
                found.extend(self.sold_or_shared());
                found
            }
            Claim::OnlyNecessary => {
                let optional = self.purposes.iter().filter(|purpose| !purpose.is_exempt());
                optional.map(|purpose| Contradiction::Purpose(purpose, "exemption")).collect()
            }
        }
    }

    /// Whether a claim is made, and nothing that is declared contradicts it.
    pub fn holds(&self, claim: Claim) -> bool {
        self.claims.contains(&claim) && self.contradictions(claim).is_empty()
    }

    /// The purposes of a nature, and the services for them.
    fn of_nature(&self, nature: Nature) -> Vec<Contradiction<'_, T>> {
        let purposes: Vec<_> = self.stated_purposes().filter(|purpose| purpose.nature == Some(nature)).collect();
        let serves = |service: &Service<T>| purposes.iter().any(|purpose| service.purposes.contains(&purpose.id));
        let services = self.services.iter().enumerate().filter(|(_, service)| serves(service));
        let services = services.map(|(index, service)| Contradiction::Service(index, service));
        purposes.iter().map(|purpose| Contradiction::Purpose(purpose, "nature")).chain(services).collect()
    }

    fn sold_or_shared(&self) -> impl Iterator<Item = Contradiction<'_, T>> {
        let stated = [("sells", self.sells), ("shares", self.shares)].into_iter();
        stated.filter(|(_, stated)| *stated == Some(true)).map(|(field, _)| Contradiction::Field(field))
    }
}
