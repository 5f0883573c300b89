keepers-title = Independent log keepers
keepers-help = They read nothing of the content. Each confirms a record only if it continues what it confirmed before, so that nobody is shown another record than everybody else. Compare each key with the one its keeper has published: the server only passes them on.
keepers-max-age = Admit, share and export only if confirmed within
keepers-max-age-help = More than half of the log keepers have to have confirmed the record within this time. Nothing else waits for them: entries can always be written, and people removed.
keepers-any-age = No limit
keepers-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
keepers-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
keepers-confirmed = Confirmed by { $n } of { $all } independent log keepers, as of { $at }.
keepers-not-yet = Not confirmed yet: { $needed } of { $all } independent log keepers have to confirm this record.
keepers-too-old = Not confirmed for too long: enough of the independent log keepers did so last on { $at }.
keepers-newest = The newest entries are not confirmed yet by enough of the independent log keepers. What came before was, as of { $at }.
keepers-overdue = Until they confirm it anew nobody can be admitted, nothing shared and no bundle made.
keepers-to-record = See which log keeper is late
keepers-none = No log keepers were named when this was founded. Compare the code of the record with a colleague now and then.
keepers-name = Log keeper
keepers-at = Confirmed last
keepers-entries = Entries
keepers-key = Key
keepers-unknown = Unknown name
keepers-never = Not yet
keepers-all = all { $shown }
keepers-some = { $shown } of { $all }
keepers-rule = Admitting, sharing and exporting need { $needed } of { $all } log keepers to have confirmed within { $age }.
keepers-rule-any = Nothing waits for the log keepers: no limit was set when this was founded.
keepers-ask = Ask them now
error-not-confirmed = Not done, and nothing was written: fewer than { $needed } of the { $keepers } independent log keepers of this record confirmed it within the time that was set ({ $hours } h). One may be down, or the clock of this computer wrong. The page Record shows which is late.
error-clock-behind-keepers = Not done, and nothing was written: the independent log keepers confirmed this record at a time that has not come yet by the clock of this computer. Set the clock right and try again.
error-too-many-keepers = A record names at most 16 log keepers. Take some out.
field-keeper-key = “{ $value }” is not the key of a log keeper.
keepers-good = Enough of the independent log keepers have confirmed this record.
keepers-late = Too few of the independent log keepers have confirmed this record lately.
keepers-clock = By this computer’s clock the independent log keepers confirmed this record at a time that has not come yet: { $at }. Set the clock right.
error-keepers-not-known = It is not known yet which log keepers there are, and they cannot be named later. Try again in a moment.
