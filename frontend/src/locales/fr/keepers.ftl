keepers-title = Gardiens indépendants du journal
keepers-help = Ils ne lisent rien du contenu. Chacun ne confirme un registre que s’il prolonge ce qu’il a confirmé auparavant, de sorte que personne ne voie un autre registre que les autres. Comparez chaque clé avec celle que son gardien a publiée : le serveur ne fait que les transmettre.
keepers-max-age = N’admettre, ne partager et n’exporter que si c’est confirmé depuis moins de
keepers-max-age-help = Plus de la moitié des gardiens doivent avoir confirmé le registre dans ce délai. Rien d’autre n’attend : écrire et retirer une personne restent toujours possibles.
keepers-any-age = Sans limite
keepers-hours = { $n ->
    [one] 1 heure
   *[other] { $n } heures
}
keepers-days = { $n ->
    [one] 1 jour
   *[other] { $n } jours
}
keepers-confirmed = Confirmé par { $n } gardiens indépendants du journal sur { $all }, état du { $at }.
keepers-not-yet = Pas encore confirmé : { $needed } gardiens indépendants sur { $all } doivent confirmer ce registre.
keepers-too-old = Plus confirmé depuis trop longtemps : assez de gardiens indépendants l’ont fait pour la dernière fois le { $at }.
keepers-newest = Les entrées les plus récentes ne sont pas encore confirmées par assez de gardiens indépendants. Les précédentes l’étaient, état du { $at }.
keepers-overdue = Tant qu’ils ne l’ont pas confirmé à nouveau, personne ne peut être admis, rien ne peut être partagé et aucun dossier exporté.
keepers-to-record = Voir quel gardien est en retard
keepers-none = Aucun gardien du journal n’a été désigné à la création. Comparez de temps en temps le code du registre avec un collègue.
keepers-name = Gardien
keepers-at = Dernière confirmation
keepers-entries = Entrées
keepers-key = Clé
keepers-unknown = Nom inconnu
keepers-never = Pas encore
keepers-all = toutes ({ $shown })
keepers-some = { $shown } sur { $all }
keepers-rule = Admettre, partager et exporter exigent que { $needed } gardiens sur { $all } aient confirmé depuis moins de { $age }.
keepers-rule-any = Rien n’attend les gardiens du journal : aucune limite n’a été fixée à la création.
keepers-ask = Leur demander maintenant
error-not-confirmed = Non effectué, et rien n’a été écrit : moins de { $needed } des { $keepers } gardiens indépendants de ce registre l’ont confirmé dans le délai fixé ({ $hours } h). L’un d’eux est peut-être en panne, ou l’horloge de cet ordinateur est fausse. La page Registre montre lequel est en retard.
error-clock-behind-keepers = Non effectué, et rien n’a été écrit : les gardiens indépendants ont confirmé ce registre à une heure qui n’est pas encore venue selon l’horloge de cet ordinateur. Réglez l’horloge et réessayez.
error-too-many-keepers = Un registre désigne au plus 16 gardiens. Retirez-en.
field-keeper-key = « { $value } » n’est pas la clé d’un gardien du journal.
keepers-good = Assez de gardiens indépendants du journal ont confirmé ce registre.
keepers-late = Trop peu de gardiens indépendants du journal ont confirmé ce registre récemment.
keepers-clock = Selon l’horloge de cet ordinateur, les gardiens indépendants ont confirmé ce registre à une heure qui n’est pas encore venue : { $at }. Réglez l’horloge.
error-keepers-not-known = On ne sait pas encore quels gardiens du journal existent, et ils ne peuvent pas être désignés plus tard. Réessayez dans un instant.
