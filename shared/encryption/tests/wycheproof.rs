//! Project Wycheproof's vectors for what the formats are built from, on the machine and in the browser.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::Sha256;
use wycheproof::{TestResult, aead, hkdf as kdf, xdh};
use x25519_dalek::{PublicKey, StaticSecret};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn open(
    name: aead::TestName,
    key: &[u8],
    nonce: &[u8],
    payload: Payload<'_, '_>,
) -> Option<Vec<u8>> {
    if name == aead::TestName::XChaCha20Poly1305 {
        XChaCha20Poly1305::new(key.into())
            .decrypt(XNonce::from_slice(nonce), payload)
            .ok()
    } else {
        ChaCha20Poly1305::new(key.into())
            .decrypt(Nonce::from_slice(nonce), payload)
            .ok()
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_ciphers_agree_with_wycheproof() {
    for (name, size) in [
        (aead::TestName::ChaCha20Poly1305, 12),
        (aead::TestName::XChaCha20Poly1305, 24),
    ] {
        let set = aead::TestSet::load(name).unwrap();
        let mut count = 0;
        for group in set.test_groups {
            for test in group.tests.iter().filter(|test| test.nonce.len() == size) {
                let sealed = [test.ct.as_slice(), &test.tag].concat();
                let payload = Payload {
                    msg: &sealed,
                    aad: &test.aad,
                };
                let opened = open(name, &test.key, &test.nonce, payload);
                let expected = (test.result != TestResult::Invalid).then(|| test.pt.to_vec());
                assert_eq!(
                    opened, expected,
                    "{name:?} {}: {}",
                    test.tc_id, test.comment
                );
                count += 1;
            }
        }
        assert!(count > 100, "{name:?}: {count}");
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn hkdf_agrees_with_wycheproof() {
    let set = kdf::TestSet::load(kdf::TestName::HkdfSha256).unwrap();
    for group in set.test_groups {
        for test in group.tests {
            let mut out = vec![0; test.size];
            let made = Hkdf::<Sha256>::new(Some(&test.salt), &test.ikm)
                .expand(&test.info, &mut out)
                .is_ok();
            assert_eq!(
                made,
                test.result != TestResult::Invalid,
                "{}: {}",
                test.tc_id,
                test.comment
            );
            assert!(
                !made || out == *test.okm,
                "{}: {}",
                test.tc_id,
                test.comment
            );
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn x25519_agrees_with_wycheproof() {
    let set = xdh::TestSet::load(xdh::TestName::X25519).unwrap();
    for group in set.test_groups {
        for test in group.tests {
            let Ok(public) = <[u8; 32]>::try_from(test.public_key.as_slice()) else {
                continue;
            };
            let Ok(private) = <[u8; 32]>::try_from(test.private_key.as_slice()) else {
                continue;
            };
            let shared = StaticSecret::from(private).diffie_hellman(&PublicKey::from(public));
            assert_eq!(
                shared.as_bytes(),
                test.shared_secret.as_slice(),
                "{}: {}",
                test.tc_id,
                test.comment
            );
            // Points of low order are the ones that we refuse as recipients.
            let low = test.shared_secret.iter().all(|byte| *byte == 0);
            assert_eq!(
                hawser_encryption::age_file::Recipient::from_bytes(&public).is_err(),
                low,
                "{}",
                test.tc_id
            );
        }
    }
}
