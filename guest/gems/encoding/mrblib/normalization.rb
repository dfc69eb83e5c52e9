# The forms of String#unicode_normalize.
class Encoding
  module Normalization__
    FORMS = { nfc: [false, true], nfd: [false, false], nfkc: [true, true], nfkd: [true, false] }.freeze

    def self.of(text, form)
      arguments = FORMS[form] || raise(ArgumentError, "Invalid normalization form #{form}.")
      number = text.__encoding
      unless number < 3 && number != 0 || number > 16
        raise Encoding::CompatibilityError, "Unicode Normalization not appropriate for #{text.encoding}"
      end
      return text.dup if text.ascii_only?
      return of(text.encode(Encoding::UTF_8), form).encode(text.encoding) if number != 1
      raise ArgumentError, "invalid byte sequence in UTF-8" unless text.valid_encoding?

      text.__normalize(*arguments)
    end
  end
end
