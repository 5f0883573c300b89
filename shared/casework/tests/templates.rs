//! What an assessment may ask, and what is told to whoever writes a template.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use hawser_casework::assessment::{
    Criterion, Domain, Rating, Scenario, Template, TemplateFault, TemplateVersion, Words,
    template::{CRITERIA_MAX, LANGUAGES, default_template},
};

fn words(text: &str) -> Words {
    Words {
        en: text.into(),
        fr: format!("{text} (fr)"),
        es: format!("{text} (es)"),
    }
}

fn criterion(id: &str, only_if: Option<&str>) -> Criterion {
    Criterion {
        id: id.into(),
        title: words(id),
        guidance: words("Look at it."),
        only_if: only_if.map(str::to_owned),
    }
}

/// Gates and cranes, each with one criterion, and one scenario that both bear on.
fn small() -> Template {
    let domain = |id: &str, criteria| Domain {
        id: id.into(),
        title: words(id),
        criteria,
    };
    Template {
        id: "river-ports".into(),
        version: 2,
        derived_from: Some(TemplateVersion {
            id: "hawser-default".into(),
            version: 1,
        }),
        title: words("River ports"),
        domains: vec![
            domain("gates", vec![criterion("gates-ids", None)]),
            domain("cranes", vec![criterion("cranes-logs", Some("gates-ids"))]),
        ],
        scenarios: vec![Scenario {
            id: "rip-on".into(),
            title: words("Rip-on"),
            domains: vec!["gates".into(), "cranes".into()],
        }],
    }
}

fn faults(template: &Template) -> Vec<TemplateFault> {
    template.check().unwrap_err()
}

fn codes(template: &Template) -> Vec<(&'static str, Option<String>)> {
    let faults = faults(template);
    let told = |fault: &TemplateFault| (fault.code(), fault.id().map(str::to_owned));
    faults.iter().map(told).collect()
}

fn only(template: &Template, code: &'static str, id: &str) {
    assert_eq!(codes(template), [(code, Some(id.to_owned()))]);
}

#[test]
fn the_default_asks_what_the_field_asks_in_three_languages() {
    let template = default_template().unwrap();
    assert_eq!(template.check(), Ok(()));
    assert_eq!(template.named().id, "hawser-default");
    assert_eq!(template.named().version, 1);
    assert_eq!(template.derived_from, None);
    assert_eq!(template.domains.len(), 12);
    assert_eq!(template.count(), 64);
    assert_eq!(template.scenarios.len(), 6);
    // Where the field names the mapped domains by number, these are they.
    let place = |id: &String| {
        1 + template
            .domains
            .iter()
            .position(|one| one.id == *id)
            .unwrap()
    };
    let mapped = template.scenarios.iter();
    let mapped: Vec<Vec<usize>> = mapped
        .map(|one| one.domains.iter().map(place).collect())
        .collect();
    assert_eq!(
        mapped,
        [
            vec![5, 7, 8, 10],
            vec![2, 3, 5, 8],
            vec![4, 6],
            vec![8, 9],
            vec![5, 7, 11],
            vec![1, 7, 8, 11],
        ]
    );
    // Read as a record is: strictly, and the same after a journey.
    let json = serde_json::to_vec(&template).unwrap();
    assert_eq!(Template::decode(&json).unwrap(), template);
}

#[test]
fn a_reader_gets_their_own_language_and_english_failing_that() {
    let words = words("Gates");
    for (tag, text) in [
        ("fr", "Gates (fr)"),
        ("fr-BE", "Gates (fr)"),
        ("es_EC", "Gates (es)"),
        ("en-IE", "Gates"),
        ("pt", "Gates"),
        ("", "Gates"),
    ] {
        assert_eq!(words.in_language(tag), text, "{tag}");
    }
    assert_eq!(LANGUAGES.len(), 3);
}

#[test]
fn a_copy_that_was_changed_with_care_is_accepted() {
    assert_eq!(small().check(), Ok(()));
    let mut next = small();
    next.derived_from = Some(next.named());
    next.version = 3;
    assert_eq!(next.check(), Ok(()), "a version may follow the one before");
}

#[test]
fn every_fault_is_told_with_the_id_it_is_in() {
    let mut template = small();
    template.domains[1].criteria[0].title.fr = " ".into();
    only(&template, "template-translation-missing", "cranes-logs");
    assert_eq!(
        faults(&template),
        [TemplateFault::TranslationMissing {
            id: "cranes-logs".into(),
            field: "title".into(),
            language: "fr".into(),
        }]
    );

    let mut template = small();
    template.domains[0].criteria[0].guidance.es = "a".repeat(10_001);
    only(&template, "template-text-refused", "gates-ids");

    let mut template = small();
    template.title.en = "River\u{202e}ports".into();
    only(&template, "template-text-refused", "river-ports");

    let mut template = small();
    template.domains[1].criteria[0].id = "gates-ids".into();
    template.domains[1].criteria[0].only_if = None;
    only(&template, "template-id-doubled", "gates-ids");

    let mut template = small();
    template.domains[1].id = "gates".into();
    template.scenarios[0].domains.pop();
    only(&template, "template-id-doubled", "gates");

    let mut template = small();
    template.scenarios[0].id = "Rip on".into();
    only(&template, "template-id-malformed", "Rip on");

    let mut template = small();
    template.domains[1].criteria[0].only_if = Some("gates-cameras".into());
    only(&template, "template-condition-unknown", "cranes-logs");

    let mut template = small();
    template.scenarios[0].domains.push("quays".into());
    only(&template, "template-domain-unknown", "rip-on");

    let mut template = small();
    template.scenarios[0].domains.push("gates".into());
    only(&template, "template-domain-twice", "rip-on");

    let mut template = small();
    template.scenarios[0].domains.clear();
    only(&template, "template-no-domains", "rip-on");

    let mut template = small();
    template.domains[1].criteria.clear();
    only(&template, "template-no-criteria", "cranes");

    let mut template = small();
    template.domains.clear();
    template.scenarios.clear();
    only(&template, "template-no-criteria", "river-ports");

    let mut template = small();
    template.version = 0;
    only(&template, "template-version-zero", "river-ports");

    for version in [2, 3] {
        let mut template = small();
        template.derived_from = Some(TemplateVersion {
            id: "river-ports".into(),
            version,
        });
        only(&template, "template-derived-from-itself", "river-ports");
    }
}

#[test]
fn faults_are_told_all_at_once() {
    let mut template = small();
    template.title.es.clear();
    template.scenarios[0].domains.push("quays".into());
    assert_eq!(codes(&template).len(), 2);
}

#[test]
fn a_circle_of_conditions_is_told_by_its_members() {
    let mut template = small();
    template.domains[0].criteria = vec![
        criterion("a", Some("b")),
        criterion("b", Some("c")),
        criterion("c", Some("b")),
        criterion("self", Some("self")),
    ];
    template.domains[1].criteria[0].only_if = Some("a".into());
    assert_eq!(
        faults(&template),
        [
            TemplateFault::ConditionCycle {
                members: vec!["b".into(), "c".into()]
            },
            TemplateFault::ConditionCycle {
                members: vec!["self".into()]
            },
        ]
    );
}

#[test]
fn ten_thousand_criteria_are_refused_for_that_alone() {
    let mut template = small();
    // Every one of them is wrong in another way too, and none of that is looked at.
    let mut wrong = criterion("Not An Id", Some("Not An Id"));
    wrong.guidance.fr.clear();
    template.domains[0].criteria = vec![wrong; 10_000];
    assert_eq!(
        faults(&template),
        [TemplateFault::TooMany {
            what: "criteria".into(),
            max: CRITERIA_MAX,
            found: 10_001,
        }]
    );
    assert_eq!(faults(&template)[0].code(), "template-too-many");
    assert_eq!(faults(&template)[0].id(), None);
}

#[test]
fn five_hundred_criteria_in_one_chain_are_looked_through() {
    let mut template = small();
    let chain = (0..CRITERIA_MAX).map(|at| {
        let next = (at + 1 < CRITERIA_MAX).then(|| format!("c-{}", at + 1));
        criterion(&format!("c-{at}"), next.as_deref())
    });
    template.domains[0].criteria = chain.collect();
    template.domains.truncate(1);
    template.scenarios[0].domains.pop();
    assert_eq!(template.check(), Ok(()));

    let last = format!("c-{}", CRITERIA_MAX - 1);
    let outline = template.outline();
    assert!(outline.is_asked("c-0", |_| Some(Rating::Weak)));
    assert!(!outline.is_asked("c-0", |id| (id == last).then_some(Rating::Absent)));
}

#[test]
fn what_depends_on_something_absent_is_not_asked() {
    let template = small();
    let outline = template.outline();
    let asked = |rating: Option<Rating>| outline.is_asked("cranes-logs", |_| rating);
    assert!(asked(None));
    assert!(asked(Some(Rating::NotObserved)));
    assert!(asked(Some(Rating::Weak)));
    assert!(!asked(Some(Rating::Absent)));
    assert!(!asked(Some(Rating::NotApplicable)));
    assert!(outline.is_asked("gates-ids", |_| Some(Rating::Absent)));
    assert_eq!(outline.place("cranes-logs"), Some(1));
    assert_eq!(outline.criterion("cranes-logs").unwrap().0.id, "cranes");
    assert_eq!(outline.place("quays"), None);
}

#[test]
fn a_template_is_read_as_strictly_as_a_record() {
    let json = serde_json::to_string(&small()).unwrap();
    for (instead, code) in [
        (r#""version":2.0"#, "record-floating-point"),
        (r#""version":2,"version":3"#, "record-duplicate-key"),
        (r#""version":2,"colour":"blue""#, "record-shape"),
        (r#""version":"2""#, "record-shape"),
    ] {
        let changed = json.replacen(r#""version":2"#, instead, 1);
        let error = Template::decode(changed.as_bytes()).unwrap_err();
        assert_eq!(error.code(), code, "{instead}");
    }
}
