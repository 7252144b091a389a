# title: The night desk
# lang: en
VAR trust = false
VAR asks = 0
VAR hotel = "Alder House"
LIST weather = rain, (sun)

-> lobby

=== lobby ===
A man comes to the night desk of {hotel}. {not trust:You have never seen him.|You know his voice.}
Guest: Room twelve, please. I lost my key.
- (desk)
{asks > 1: He looks at his watch.}
* [Ask for his name] You ask who he is. # careful
    ~ asks = asks + 1
    Guest: Ward. Everybody knows me.
    -> desk
+ {asks < 3} [Ask him to wait]
    ~ asks++
    He sighs.
    -> desk
* {trust} "Of course, Mr Ward."
    -> key
* [Call the manager]
    ~ trust = true
    {~A cough.|A hum.}
    ** [Tell her everything] -> office.told
    ** [Say it is nothing] -> office.quiet
    -- She hangs up. -> desk
* -> morning

=== key ===
You hand over the key{trust: at once}.
-> END

=== office ===
= told
The manager comes down herself. {told > 0: She was waiting for this.}
-> morning
= quiet
Nobody comes.
<- sounds
+ [Go back] -> lobby.desk

=== sounds ===
The lift moves.
+ [Look up] Nothing. -> lobby.desk

=== morning ===
{&First light.|Second light.} {shout("well")}
It is morning.
-> END

=== function shout(word) ===
~ return word + "!"
