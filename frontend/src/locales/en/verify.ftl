# Checking a bundle, signed in or not.

rail-verify = Verify
verify-title = Verify a bundle
verify-lead = Works without network. Nothing leaves this computer.
verify-choose = Choose a bundle
verify-drop = or drop it here: the ZIP file as you were given it
verify-busy = Checking { $name } ({ $size }) …
verify-progress = Checked so far
verify-stop = Stop
verify-failed = This browser could not check { $name }. Try another browser, or the program hawser-verify.
verify-door = To signing in
verify-good = It holds: complete up to entry { $entry }.
verify-not-confirmed = { $n ->
    [0] The record names no independent log keeper. The log’s own key has signed this state.
   *[other] None of the { $n } independent log keepers that the record names has confirmed this state. The log’s own key has signed it.
}
verify-confirmed = Confirmed by { $name }, an independent log keeper, at { $at }
verify-checked-at = checked
verify-about = What was given
verify-made = Made by { $name } ({ $party }) at { $at }.
verify-made-gone = They were no longer a member at the end of this record.
verify-signatures = { $shown } { $n ->
    [one] entry with its signature
   *[other] entries with their signatures
 }
verify-acts = { $shown } of them { $n ->
    [one] changes
   *[other] change
 } members or access
verify-opened = { $shown } { $n ->
    [one] was
   *[other] were
 } disclosed and read
verify-encrypted = { $shown } { $n ->
    [one] is
   *[other] are
 } in the bundle and still encrypted
verify-withheld-one = Entry { $entry } is left out: { $why }
verify-withheld-some = Entries { $first } to { $last } are left out: { $why }
verify-log = For the log { $log }: compare its key, under technical detail, with the one that its deployment has published.
verify-undisclosed = As far as it was disclosed: { $shown } { $n ->
    [one] entry is
   *[other] entries are
 } closed or left out, and can correct or hand on what is shown.
verify-unresolved = { $n ->
    [one] One entry refers
   *[other] { $n } entries refer
 } to something that is not disclosed; whether it counts cannot be told.
verify-unnamed = (no name disclosed)
verify-unknown = Entries from { $entry } to the end are left out: changes of members may be among them.
verify-not-certified = (name not certified with the key)
verify-party-root = Root of { $name }
verify-newer = It was made with a newer version of Hawser, which is needed to check it.
verify-refused = Entry { $entry } by { $author } breaks a rule of the case and counts for nothing.
verify-exhibits = Exhibits
verify-kind = Kind
verify-holder = Held by
verify-found = Found
verify-place = Place
verify-identifiers = Identifiers
verify-seal = Seal
verify-entry = Entry
verify-corrected = { $field }: “{ $old }” became “{ $new }” ({ $why }), by { $by }
verify-file-there = in the bundle
verify-file-hash = not in the bundle, only its hash
verify-log-key = Key of the log
verify-log-key-text = Compare the key of the log with the one that the deployment has published: the record itself names it. The published one is what stands here after the second plus sign.
verify-record = Record
verify-maker-key = Key of who made it
verify-proves-title = What this proves and what it does not
verify-proves = It proves
verify-proves-who = who signed each entry, and that they were allowed to write it
verify-proves-order = in which order, that none was altered, and that none is missing unseen up to the last: what is left out is counted
verify-proves-files = that the files are those that were attached
verify-proves-custody = what giver and receiver of an exhibit each signed
verify-proves-not = It does not prove
verify-proves-not-true = that what people wrote is true
verify-proves-not-clock = that their clocks were right
verify-proves-not-later = what was written later, or what entries hold that were left out
verify-proves-not-key = that a key belongs to a person: organisations compare that among themselves
verify-proves-not-report = what the report in it says: that is the word of whoever made it
verify-program = The program hawser-verify comes to the same, and so can any program written from the published protocol.
verify-wrong = This bundle does not hold.
verify-wrong-entry = Entry { $entry } is wrong.
verify-wrong-file = In the bundle: { $file }
verify-wrong-do = Do not rely on it as it is. Ask whoever gave it to you for the file as it was made.
verify-unreadable = { $name } is no bundle, or cannot be read.
verify-unreadable-do = A bundle is one ZIP file. If it was unpacked, give its folder to the program hawser-verify. Do not pack it again.

verify-fault-bad-container = The ZIP file was altered, cut off or packed anew. Where it was only packed anew, unpack it and give the folder to hawser-verify.
verify-fault-bad-path = A file in it has a name that no file of a bundle has.
verify-fault-bundle-signature = The signature of whoever made the bundle does not fit.
verify-fault-checkpoint-other-tree = The log has signed another record than this one.
verify-fault-cosignature = A confirmation in the name of a log keeper does not fit.
verify-fault-entries-count = It holds another number of entries than it says.
verify-fault-exhibit-numbers = It numbers other exhibits than those that are there.
verify-fault-file-changed = A file is not the one that was put in.
verify-fault-file-missing = A file is missing.
verify-fault-file-unlisted = There is a file in it that does not belong; what else is in it was not judged. Some systems put files of their own into folders.
verify-fault-file-without-entry = No entry that was disclosed attached this file.
verify-fault-file-without-meaning = There is a file in it that no bundle has.
verify-fault-key-without-content = A key was handed over for an entry that has nothing to open.
verify-fault-key-without-entry = A key was handed over for an entry that is not there.
verify-fault-keys-form = The list of keys cannot be read.
verify-fault-maker-unknown = Whoever made the bundle was never a member.
verify-fault-manifest-form = The list of contents is not written as it should be.
verify-fault-not-withheld = An entry is there that is said to be left out.
verify-fault-proof = A proof proves something else than it says.
verify-fault-too-long = A file in it is longer than it can be.
verify-fault-withheld-beyond-end = It leaves out entries that do not exist.
verify-fault-withheld-without-ground = An entry is left out without a reason.
verify-fault-wrong-key = A key that was handed over is not that of the entry.

ground-not-held = who made the bundle has no access to it
ground-other-matter = does not concern this bundle
ground-source-protection = protection of a source or method
ground-ongoing-investigation = an investigation that goes on
ground-rights-of-others = rights of others
