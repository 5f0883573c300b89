//! Ed25519 as strict as it gets, on the machine and in the browser: edge cases and Project Wycheproof's vectors.

use ed25519_dalek::{Signature, SigningKey, VerifyingKey};
use hawser_ledger::key::{LABEL_EVENT, SignatureError, sign, verify};
use wycheproof::TestResult;
use wycheproof::eddsa::{TestName, TestSet};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// The order of the base point, little-endian.
const ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// All encodings of the eight points of small order, the non-canonical ones too.
const SMALL_ORDER: [&str; 14] = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
];

fn bytes<const N: usize>(text: &str) -> [u8; N] {
    let mut bytes = [0; N];
    hex::decode_to_slice(text, &mut bytes).unwrap_or_else(|error| panic!("{text}: {error}"));
    bytes
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn attack_25_a_key_of_small_order_signs_nothing() {
    for text in SMALL_ORDER {
        for message in [
            b"one".as_slice(),
            b"two",
            b"three",
            b"four",
            b"five",
            b"six",
            b"seven",
            b"eight",
        ] {
            // R = B and S = 1: a lax verifier takes this for the neutral element's signature on anything.
            let mut signature = [0; 64];
            signature[..32].fill(0x66);
            signature[0] = 0x58;
            signature[32] = 1;
            let verdict = verify(&bytes(text), LABEL_EVENT, message, &signature);
            assert_eq!(verdict, Err(SignatureError::Key), "{text}");
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn attack_25_a_key_that_is_not_written_canonically_is_no_key() {
    let mut seen = 0;
    for low in 0xed_u8..=0xff {
        for sign in [0x7f, 0xff] {
            let mut key = [0xff; 32];
            (key[0], key[31]) = (low, sign);
            if VerifyingKey::from_bytes(&key).is_ok() {
                seen += 1;
            }
            assert_eq!(
                verify(&key, LABEL_EVENT, b"anything", &[1; 64]),
                Err(SignatureError::Key),
                "{low:x}"
            );
        }
    }
    assert!(
        seen > 4,
        "some of them decompress, so that the check is what refuses them"
    );
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn attack_25_a_signature_has_one_form() {
    let (signer, message) = (SigningKey::from_bytes(&[7; 32]), b"received");
    let public = signer.verifying_key().to_bytes();
    let good = sign(&signer, LABEL_EVENT, message);
    assert_eq!(verify(&public, LABEL_EVENT, message, &good), Ok(()));
    // S + L verifies wherever S is not checked.
    let mut other = good;
    let mut carry = 0_u16;
    for (byte, order) in other[32..].iter_mut().zip(ORDER) {
        carry += u16::from(*byte) + u16::from(order);
        *byte = carry as u8;
        carry >>= 8;
    }
    assert_eq!(
        verify(&public, LABEL_EVENT, message, &other),
        Err(SignatureError::Mismatch)
    );
    for text in SMALL_ORDER {
        let mut small = good;
        small[..32].copy_from_slice(&bytes::<32>(text));
        assert_eq!(
            verify(&public, LABEL_EVENT, message, &small),
            Err(SignatureError::Mismatch)
        );
    }
    for bit in 0..512 {
        let mut changed = good;
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(
            verify(&public, LABEL_EVENT, message, &changed).is_err(),
            "bit {bit}"
        );
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn wycheproofs_vectors_come_out_as_they_should() {
    let set = TestSet::load(TestName::Ed25519).unwrap();
    let mut count = 0;
    for group in &set.test_groups {
        let Ok(key) = VerifyingKey::from_bytes(group.key.pk.as_slice().try_into().unwrap()) else {
            continue;
        };
        for test in &group.tests {
            let verified = Signature::from_slice(&test.sig)
                .is_ok_and(|signature| key.verify_strict(&test.msg, &signature).is_ok());
            assert_eq!(
                verified,
                test.result != TestResult::Invalid,
                "case {}: {}",
                test.tc_id,
                test.comment
            );
            count += 1;
        }
    }
    assert!(count > 100, "{count} vectors");
}
