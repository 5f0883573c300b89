//! Sign-in, keyring, recovery kit and invitation.

use super::*;

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn kit_and_invitation_have_their_bytes_and_texts() {
    let kit = with_bytes(&seed("kit"), Kit::make);
    let text = kit.groups().join("-");
    assert_eq!(Kit::parse(&text).unwrap().verifier(), kit.verifier());
    let secret = InvitationSecret::from_bytes(seed("invitation"));
    let (organisation, request) = (OrganisationId(seed("organisation")), b"certificate request");
    let name = with_bytes(&[0x33; 24], |random| secret.seal_name(random, b"{}"));
    assert_eq!(secret.open_name(&name), Ok(b"{}".to_vec()));
    let text_of = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let (invitation, root) = (text_of(secret.expose()), seed("root"));
    let made = json!({
        "about": "A recovery kit and an invitation",
        "kit": {
            "secret": hex::encode(seed("kit")), "text": text,
            "authentication_key": hex::encode(*kit.authentication_key()), "verifier": kit.verifier(),
            "wrapping_key": hex::encode(hkdf(&seed("kit"), &[], &[b"hawser/v1/kit-wrapping\0"])),
        },
        "invitation": {
            "secret": hex::encode(secret.expose()), "lookup": secret.lookup(),
            "organisation": organisation.to_string(), "root": hex::encode(root),
            "certificate_request": hex::encode(request),
            "mac": hex::encode(secret.authenticate(organisation, request)),
            "name": { "plain": "{}", "sealed": hex::encode(name) },
            "fragment_new_organisation": format!("v1.new.{invitation}"),
            "fragment_colleague": format!("v1.{}.{}.{invitation}", text_of(&organisation.0), text_of(&root)),
        },
    });
    agree(
        "kit-and-invitation.json",
        include_str!("../../../../docs/vectors/kit-and-invitation.json"),
        &made,
    );
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn sign_in_and_keyring_have_their_bytes() {
    let (passphrase, user) = ("correct horse battery staple", UserId([0x11; 16]));
    let made = with_stream("sign-in", |random| {
        let setup = ServerSetup::<Suite>::new(random);
        let (registering, request) = make_registration(random, passphrase).unwrap();
        let message = RegistrationRequest::deserialize(&request).unwrap();
        let response = ServerRegistration::<Suite>::start(&setup, message, &user.0)
            .unwrap()
            .message
            .serialize();
        let (upload, export) = registering.finish(random, passphrase, &response).unwrap();
        let message = RegistrationUpload::<Suite>::deserialize(&upload).unwrap();
        let file = ServerRegistration::finish(message);

        let mut keyring = Keyring::make(random, user, "ann", "Ann Example", "magistrate");
        keyring.organisation = Some((OrganisationId(seed("organisation")), seed("root")));
        let record = keyring.seal(random, Some(&export)).unwrap();
        let kit = Kit::parse(&keyring.kit().groups().join("-")).unwrap();
        assert!(Keyring::open(&record, user, 1, &Unlock::Kit(&kit)).is_ok());

        let (signing_in, ke1) = make_sign_in(random, passphrase).unwrap();
        let message = CredentialRequest::deserialize(&ke1).unwrap();
        let parameters = ServerLoginParameters::default();
        let started =
            ServerLogin::start(random, &setup, Some(file), message, &user.0, parameters).unwrap();
        let ke2 = started.message.serialize();
        let (ke3, again) = signing_in.finish(random, passphrase, &ke2).unwrap();
        assert!(Keyring::open(&record, user, 1, &Unlock::Passphrase(&again)).is_ok());
        let message = CredentialFinalization::deserialize(&ke3).unwrap();
        started
            .state
            .finish(message, ServerLoginParameters::default())
            .unwrap();
        json!({
            "about": "Registration and sign-in of one account, and the keyring it opens. Randomness in the order of use: SHA-256(SHA-256(\"hawser test key sign-in\") ‖ u64 block), block after block",
            "passphrase": passphrase,
            "credential_identifier": user.to_string(),
            "server_setup": hex::encode(setup.serialize()),
            "registration": {
                "request": hex::encode(request), "response": hex::encode(response), "upload": hex::encode(upload),
            },
            "sign_in": { "ke1": hex::encode(ke1), "ke2": hex::encode(ke2), "ke3": hex::encode(ke3) },
            "keyring": { "user": user.to_string(), "kit": keyring.kit().groups().join("-"), "record": hex::encode(record) },
        })
    });
    agree(
        "sign-in.json",
        include_str!("../../../../docs/vectors/sign-in.json"),
        &made,
    );
}
