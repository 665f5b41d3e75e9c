/** A small case of invented states, over two files, that the tests share. */
export const CASE = `case "A guarantee for Arcadia"
import "shared"

// The promise waits for all guarantors, the attacker among them.
treaty Pact "Pact of help" {
  parties Arcadia, Guarantors
  article 1 "Help" {
    upon armed attack on Arcadia {
      if Guarantors decide unanimously then each of Guarantors shall assist Arcadia within 30 days cite gazette "shall come to the aid" at "Art. 1"
    }
    Borduria shall consult
  }
}

scenario BorduriaAttacks "Borduria attacks" { Borduria attacks Arcadia }

promise Help "a guarantor comes to Arcadia's aid" {
  at least 1 of Guarantors assist Arcadia
}

arrangement Alone "the Pact alone" {
  instruments Pact
  judge Help when BorduriaAttacks
}
`;

export const SHARED = `actor Arcadia "Republic of Arcadia", Borduria, Syldavia
group Guarantors "the two guarantors" = Borduria, Syldavia
act assist "come to the aid of"
act use-force "use armed force for" is an assist
act consult "consult"
source gazette "Treaty gazette, no. 12" {
  publisher "Chancery of Lindoria"
  date 2031-04-02
  kind primary
  grade A2
  text "gazette.txt"
  url "https://example.org/gazette"
}
`;

export const GAZETTE = 'Each of them shall come to the aid of Arcadia.\n';
