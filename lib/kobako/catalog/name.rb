# frozen_string_literal: true

module Kobako
  # What a sandbox was given: bindings, snippets, handles.
  #
  # @api private
  module Catalog
    # The names of constants by which a guest finds what a host gave it.
    module Name
      CONSTANT = /\A[A-Z]\w*\z/
      PATH = /\A[A-Z]\w*(?:::[A-Z]\w*)*\z/
      # The longest path.
      MAX_PATH_BYTES = 512
      private_constant :CONSTANT, :PATH

      class << self
        # @param name [Symbol, String]
        # @param what [String] for the message
        # @return [String]
        # @raise [ArgumentError] when it is no constant's name
        def constant(name, what)
          checked(name, CONSTANT) or
            raise ArgumentError, "#{what} name is #{name.inspect}, expected a constant's name such as :Store " \
                                 "(a capital, then letters, digits and _)"
        end

        # @param path [Symbol, String]
        # @return [String] names of constants with "::" between them
        # @raise [ArgumentError] when it is no such path
        def path(path)
          text = checked(path, PATH) or
            raise ArgumentError, "path is #{path.inspect}, expected names of constants such as \"Shop::Orders\" " \
                                 "(each a capital, then letters, digits and _)"
          return text if text.bytesize <= MAX_PATH_BYTES

          raise ArgumentError, "path #{text[0, 40]}… has #{text.bytesize} bytes, the limit is #{MAX_PATH_BYTES} " \
                               "(shorten it)"
        end

        private

        def checked(name, shape)
          text = name.is_a?(Symbol) || name.is_a?(String) ? name.to_s : ""
          text.dup.freeze if text.encoding.ascii_compatible? && text.ascii_only? && text.match?(shape)
        end
      end
    end
  end
end
