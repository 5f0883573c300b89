//! Vectors that others published, and signatures that must not pass.

use super::*;

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_reference_tree_has_its_published_roots_and_proofs() {
    let vector: Value =
        serde_json::from_str(include_str!("../../../../docs/vectors/tree.json")).unwrap();
    let leaves: Vec<Hash> = vector["leaves"]
        .as_array()
        .unwrap()
        .iter()
        .map(|leaf| merkle::leaf(&bytes(leaf)))
        .collect();
    let roots = list(&vector["roots"]);
    assert_eq!((leaves.len(), roots.len()), (8, 9));
    for (size, root) in roots.iter().enumerate() {
        assert_eq!(&merkle::root(&leaves[..size]), root);
    }
    for case in vector["inclusion"].as_array().unwrap() {
        let (index, size) = (
            case["index"].as_u64().unwrap(),
            case["size"].as_u64().unwrap(),
        );
        let (at, to, proof) = (index as usize, size as usize, list(&case["proof"]));
        assert_eq!(
            merkle::inclusion_proof(&leaves[..], size, index),
            Some(proof.clone())
        );
        assert!(merkle::verify_inclusion(
            &leaves[at],
            index,
            size,
            &proof,
            &roots[to]
        ));
    }
    for case in vector["consistency"].as_array().unwrap() {
        let (old, new) = (case["old"].as_u64().unwrap(), case["new"].as_u64().unwrap());
        let (from, to, proof) = (old as usize, new as usize, list(&case["proof"]));
        assert_eq!(
            merkle::consistency_proof(&leaves[..], new, old),
            Some(proof.clone())
        );
        assert!(merkle::verify_consistency(
            old,
            &roots[from],
            new,
            &roots[to],
            &proof
        ));
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn ed25519_signs_as_in_rfc_8032() {
    let vector: Value =
        serde_json::from_str(include_str!("../../../../docs/vectors/published.json")).unwrap();
    for case in vector["ed25519"].as_array().unwrap() {
        let key = SigningKey::from_bytes(&array(&case["seed"]));
        assert_eq!(key.verifying_key().to_bytes(), array(&case["public_key"]));
        let (message, signature) = (bytes(&case["message"]), array(&case["signature"]));
        assert_eq!(key.sign(&message).to_bytes(), signature);
        key.verifying_key()
            .verify_strict(&message, &Signature::from_bytes(&signature))
            .unwrap();
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn signatures_at_the_edges_are_refused_everywhere_alike() {
    let vector: Value = serde_json::from_str(include_str!(
        "../../../../docs/vectors/signatures-refused.json"
    ))
    .unwrap();
    let (mut lax, mut cases) = (0, 0);
    for case in vector["cases"].as_array().unwrap() {
        let (public, message, signature) = (
            array(&case["public_key"]),
            bytes(&case["message"]),
            array(&case["signature"]),
        );
        let verdict = verify(&public, LABEL_EVENT, &message, &signature);
        let expected = match case["verdict"].as_str().unwrap() {
            "good" => Ok(()),
            "key" => Err(SignatureError::Key),
            "mismatch" => Err(SignatureError::Mismatch),
            other => panic!("{other}"),
        };
        assert_eq!(verdict, expected, "{}", case["why"]);
        cases += 1;
        // What a verifier that is not strict makes of it shows that the vectors bite.
        let mut signed = LABEL_EVENT.to_vec();
        signed.extend((message.len() as u32).to_be_bytes());
        signed.extend(&message);
        let taken = VerifyingKey::from_bytes(&public).is_ok_and(|key| {
            ed25519_dalek::Verifier::verify(&key, &signed, &Signature::from_bytes(&signature))
                .is_ok()
        });
        lax += usize::from(taken && expected.is_err());
    }
    assert!(
        cases == 13 && lax >= 3,
        "{lax} of {cases} pass where nobody is strict"
    );
    assert_ne!(KeyId::ZERO, key_id(&[0; 32]));
}
