# frozen_string_literal: true

module Kobako
  module Codec
    # A value or message that does not fit the wire.
    class Error < Kobako::Error; end

    # The value cannot cross: another class, cyclic, too deep or too large.
    class UnsupportedType < Error; end

    # The bytes end early, or declare more than there is.
    class Truncated < Error; end

    # The bytes hold a type or a form that the wire does not have.
    class InvalidType < Error; end

    # A text is not valid UTF-8.
    class InvalidEncoding < Error; end
  end
end
