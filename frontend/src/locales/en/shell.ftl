# Around every page.

skip-to-content = Skip to content
rail-label = Main pages
rail-today = Today
rail-cases = Cases
rail-organisation = Organisation
rail-account = My account

saved-all = All saved
saved-waiting = { $count ->
    [one] { $count } waiting to be saved
   *[other] { $count } waiting to be saved
}
saved-offline-since = Offline since { $clock }{ $count ->
    [0] {""}
   *[other] , { $count } waiting
}
saved-offline = { $count ->
    [0] Offline
   *[other] Offline, { $count } waiting
}
language = Language
theme = Appearance
theme-system = Automatic
theme-light = Light
theme-dark = Dark
lock = Lock
sign-out = Sign out
sign-out-waiting-title = Sign out before all is saved?
sign-out-anyway = Sign out anyway
sign-out-waiting = { $count ->
    [one] { $count } entry has not reached the server. It is lost if you sign out now.
   *[other] { $count } entries have not reached the server. They are lost if you sign out now.
}

idle-title = Still there?
idle-text = { $seconds ->
    [one] Nobody has used this page for a while. It locks in { $seconds } second.
   *[other] Nobody has used this page for a while. It locks in { $seconds } seconds.
}
idle-stay = Stay
idle-lock-now = Lock now

crashed-text = The part of this page that holds your keys has stopped. What was saved is safe; what you were just sending may not have been recorded.
crashed-start-again = Start again
not-certified = Your organisation has not confirmed you yet. Its administrator sees your answer and confirms you; until then you cannot be nominated for a case.
kit-first = Please confirm your recovery kit first.

not-found-title = This page does not exist
not-found-text = The address may be mistyped, or what it led to has moved.
not-found-home = Go to the first page
start-title = One moment
