//! Names of people: given names and surnames of German and Turkish families, combined at random.

use std::collections::BTreeSet;

use rand::RngExt;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

const GIVEN: [[&str; 36]; 2] = [
    [
        "Anna", "Bernd", "Carla", "Dieter", "Elke", "Florian", "Greta", "Hannes", "Ines", "Jonas", "Katrin", "Lars",
        "Maren", "Nils", "Ole", "Petra", "Ralf", "Silke", "Tobias", "Ute", "Volker", "Wiebke", "Anke", "Björn",
        "Claudia", "Dirk", "Frauke", "Henning", "Imke", "Jule", "Kai", "Lena", "Malte", "Nadine", "Paul", "Sabine",
    ],
    [
        "Aylin", "Baran", "Canan", "Deniz", "Elif", "Ferhat", "Gizem", "Hakan", "Ipek", "Kerem", "Leyla", "Mert",
        "Nazan", "Onur", "Pinar", "Recep", "Selin", "Tarkan", "Umut", "Yasemin", "Zeynep", "Ayşe", "Burak", "Cem",
        "Derya", "Emre", "Fatma", "Gül", "Hülya", "Ilker", "Koray", "Melis", "Nuri", "Özlem", "Serkan", "Tülay",
    ],
];

const FAMILY: [[&str; 32]; 2] = [
    [
        "Ahrens", "Behrens", "Claasen", "Dierks", "Eggers", "Fricke", "Gerdes", "Harms", "Ihnen", "Janssen", "Kröger",
        "Lüders", "Mohr", "Nissen", "Oltmanns", "Petersen", "Rohde", "Struve", "Tietjen", "Vogt", "Wulf", "Brandt",
        "Carstens", "Dohrmann", "Engel", "Franke", "Groth", "Hinrichs", "Jürgens", "Köster", "Lange", "Meinert",
    ],
    [
        "Acar", "Bulut", "Çelik", "Demir", "Erdem", "Güneş", "Ilhan", "Kaplan", "Kaya", "Korkmaz", "Öztürk", "Polat",
        "Sahin", "Tekin", "Uçar", "Yalçın", "Yavuz", "Aksoy", "Aydın", "Başar", "Coşkun", "Doğan", "Ekinci", "Kılıç",
        "Koç", "Özkan", "Sezer", "Şimşek", "Taş", "Toprak", "Uysal", "Yıldız",
    ],
];

/// Names, each given once.
pub(super) struct Names {
    chance: ChaCha8Rng,
    given: BTreeSet<String>,
}

impl Names {
    /// Names drawn from a stream of their own, so that a larger company begins with the same people.
    pub(super) fn new(chance: &mut ChaCha8Rng) -> Self {
        Self { chance: ChaCha8Rng::seed_from_u64(chance.random()), given: BTreeSet::new() }
    }

    /// A name that nobody has yet. Most families keep to the names of one language, some don't.
    pub(super) fn next(&mut self) -> String {
        // There are 4,608 pairs for a company of hundreds.
        loop {
            let origin = usize::from(self.chance.random_bool(0.35));
            let other = if self.chance.random_bool(0.08) { 1 - origin } else { origin };
            let first = GIVEN[origin][self.chance.random_range(0..GIVEN[origin].len())];
            let last = FAMILY[other][self.chance.random_range(0..FAMILY[other].len())];
            let name = format!("{first} {last}");
            if self.given.insert(name.clone()) {
                return name;
            }
        }
    }
}
