//! What a site declares against its own claims: `check` reports it, and the notice and the policy leave out a claim that has any.

use super::{Claim, Nature, Purpose, Service, ServiceKind, Site};

/// A declared fact against a claim.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Contradiction<'a, T> {
    /// A purpose, by one of its fields.
    Purpose(&'a Purpose<T>, &'static str),
    /// A service, by its place in the list and one of its fields.
    Service(usize, &'a Service<T>, &'static str),
    /// A field of the site.
    Field(&'static str),
}

impl<T: PartialEq> Site<T> {
    /// What contradicts a claim.
    pub fn contradictions(&self, claim: Claim) -> Vec<Contradiction<'_, T>> {
        match claim {
            Claim::NotShared => {
                let for_sale = self.stated_purposes().filter(|purpose| purpose.sale_or_share == Some(true));
                let for_sale = for_sale.map(|purpose| Contradiction::Purpose(purpose, "saleOrShare"));
                self.given_data().chain(self.sold_or_shared()).chain(for_sale).collect()
            }
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
        let services = services.map(|(index, service)| Contradiction::Service(index, service, "purposes"));
        purposes.iter().map(|purpose| Contradiction::Purpose(purpose, "nature")).chain(services).collect()
    }

    /// The services that receive data which the site names; a service of an unknown kind may give it.
    fn given_data(&self) -> impl Iterator<Item = Contradiction<'_, T>> {
        let receives = |service: &Service<T>| {
            !matches!(service.kind, None | Some(ServiceKind::Library | ServiceKind::Source)) && service.data.is_some()
        };
        let services = self.services.iter().enumerate().filter(move |(_, service)| receives(service));
        services.map(|(index, service)| Contradiction::Service(index, service, "data"))
    }

    fn sold_or_shared(&self) -> impl Iterator<Item = Contradiction<'_, T>> {
        let stated = [("sells", self.sells), ("shares", self.shares)].into_iter();
        stated.filter(|(_, stated)| *stated == Some(true)).map(|(field, _)| Contradiction::Field(field))
    }
}
