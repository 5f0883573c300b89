//! Names of files inside a bundle: few characters, so that no system reads anything else out of them.

/// Longest segment of a path.
const MAX_SEGMENT: usize = 100;
/// Most segments of a path.
const MAX_SEGMENTS: usize = 3;

/// What a file may not be called on some systems, whatever follows the first dot.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

fn is_reserved(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or_default();
    RESERVED.contains(&stem.to_ascii_lowercase().as_str())
}

fn is_segment(segment: &str) -> bool {
    let clean = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    !segment.is_empty()
        && segment.len() <= MAX_SEGMENT
        && segment.chars().all(clean)
        && !segment.starts_with(['.', '-'])
        && !segment.ends_with('.')
        && !is_reserved(segment)
}

/// Whether a path can stand in a bundle: up to three segments of letters, digits, `.`, `_` and `-`.
pub(crate) fn is_path(path: &str) -> bool {
    path.split('/').count() <= MAX_SEGMENTS && path.split('/').all(is_segment)
}

/// Where the file that entry number `seq` attached lies in a bundle.
///
/// What has no place in a path becomes `_`; the name proper stands in the entry.
pub fn attachment_path(seq: u64, name: &str) -> String {
    let clean = |c: char| {
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '-') {
            c
        } else {
            '_'
        }
    };
    let name: String = name.chars().map(clean).collect();
    // The end tells what kind of file it is.
    let from = name.len().saturating_sub(80);
    let name = name[from..]
        .trim_start_matches(['.', '-'])
        .trim_end_matches('.');
    let safe = if is_segment(name) {
        name.to_owned()
    } else {
        format!("_{name}")
    };
    format!("files/{seq:06}/{safe}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_any_system_become_paths_of_every_system() {
        for (name, path) in [
            ("photo 1.jpg", "files/000007/photo_1.jpg"),
            ("../../etc/passwd", "files/000007/_.._etc_passwd"),
            ("C:\\autoexec.bat", "files/000007/C__autoexec.bat"),
            ("CON.txt", "files/000007/_CON.txt"),
            (".bashrc", "files/000007/bashrc"),
            ("", "files/000007/_"),
            ("...", "files/000007/_"),
            ("Überprüfung.pdf", "files/000007/_berpr_fung.pdf"),
            ("end.", "files/000007/end"),
        ] {
            assert_eq!(attachment_path(7, name), path, "{name}");
            assert!(is_path(path), "{path}");
        }
        let long = format!("{}.pdf", "a".repeat(300));
        let path = attachment_path(1_234_567, &long);
        assert!(is_path(&path) && path.ends_with("aaa.pdf"), "{path}");
    }

    #[test]
    fn attack_34_hostile_paths_have_no_place_in_a_bundle() {
        for path in [
            "",
            "/",
            "/etc/passwd",
            "../a",
            "a/../b",
            "a//b",
            "a/",
            "./a",
            "a/.",
            "C:/a",
            "a\\b",
            "aux",
            "files/NUL.txt",
            "a/b/c/d",
            "ä",
            "a b",
            "a\0b",
            "a\n",
            "-rf",
            "a.",
        ] {
            assert!(!is_path(path), "{path:?}");
        }
    }
}
