//! Vectors that others published, for what the formats are built from.
#![expect(
    clippy::unwrap_used,
    reason = "a vector that does not have its form should stop the test"
)]

use super::*;

fn published() -> Value {
    serde_json::from_str(include_str!("../../../../docs/vectors/published.json")).unwrap()
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn hkdf_derives_as_in_rfc_5869() {
    for case in published()["hkdf"].as_array().unwrap() {
        let (salt, output) = (bytes(&case["salt"]), bytes(&case["output"]));
        let mut made = vec![0; output.len()];
        let hkdf =
            Hkdf::<Sha256>::new((!salt.is_empty()).then_some(&salt), &bytes(&case["secret"]));
        hkdf.expand(&bytes(&case["info"]), &mut made).unwrap();
        assert_eq!(made, output);
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_ciphers_encrypt_as_published() {
    for case in published()["aead"].as_array().unwrap() {
        let [key, nonce, aad, plain, sealed] =
            ["key", "nonce", "aad", "plain", "sealed"].map(|name| bytes(&case[name]));
        let payload = Payload {
            msg: &plain,
            aad: &aad,
        };
        let made = if nonce.len() == 24 {
            XChaCha20Poly1305::new(key.as_slice().into())
                .encrypt(XNonce::from_slice(&nonce), payload)
        } else {
            ChaCha20Poly1305::new(key.as_slice().into()).encrypt(Nonce::from_slice(&nonce), payload)
        };
        assert_eq!(made.unwrap(), sealed, "{}", case["cipher"]);
    }
}

/// The suite of RFC 9807's vectors: ours without key stretching.
struct Unstretched;

impl CipherSuite for Unstretched {
    type OprfCs = <Suite as CipherSuite>::OprfCs;
    type KeyExchange = <Suite as CipherSuite>::KeyExchange;
    type Ksf = opaque_ke::ksf::Identity;
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn opaque_registers_and_signs_in_as_in_rfc_9807() {
    let vector = &published()["opaque"];
    let of = |name: &str| bytes(&vector[name]);
    let password = of("password");
    // A blind is drawn as 64 bytes, little-endian, reduced.
    let blind = |name: &str| [of(name), vec![0; 32]].concat();
    let started = with_bytes(&blind("blind_registration"), |random| {
        ClientRegistration::<Unstretched>::start(random, &password).unwrap()
    });
    assert_eq!(
        started.message.serialize().to_vec(),
        of("registration_request")
    );
    let response = RegistrationResponse::deserialize(&of("registration_response")).unwrap();
    let parameters = ClientRegistrationFinishParameters::new(Identifiers::default(), None);
    let finished = with_bytes(&of("envelope_nonce"), |random| {
        started
            .state
            .finish(random, &password, response, parameters)
            .unwrap()
    });
    assert_eq!(
        finished.message.serialize().to_vec(),
        of("registration_upload")
    );
    assert_eq!(finished.export_key.to_vec(), of("export_key"));

    let drawn = [
        blind("blind_login"),
        of("client_keyshare_seed"),
        of("client_nonce"),
    ]
    .concat();
    let at = Cell::new(0);
    let fill = |out: &mut [u8]| {
        out.copy_from_slice(&drawn[at.get()..at.get() + out.len()]);
        at.set(at.get() + out.len());
    };
    let started = ClientLogin::<Unstretched>::start(&mut Random(&fill), &password).unwrap();
    assert_eq!(started.message.serialize().to_vec(), of("ke1"));
    let context = of("context");
    let parameters = ClientLoginFinishParameters::new(Some(&context), Identifiers::default(), None);
    let response = CredentialResponse::deserialize(&of("ke2")).unwrap();
    let finished = with_bytes(&[0], |random| {
        started
            .state
            .finish(random, &password, response, parameters)
            .unwrap()
    });
    assert_eq!(finished.message.serialize().to_vec(), of("ke3"));
    assert_eq!(finished.session_key.to_vec(), of("session_key"));
    assert_eq!(finished.export_key.to_vec(), of("export_key"));
}
