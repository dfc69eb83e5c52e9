# frozen_string_literal: true

require_relative "comments"
require_relative "method_type"

module Kobako
  class Description
    # What is known of services beside names: what was said by hand goes before RBS, and that before comments.
    #
    # @api private
    class Notes
      # Of one method: whole types, or types of parameters by name and of the value; and a comment.
      Note = Struct.new(:types, :parameters, :returns, :comment) do
        # @return [Boolean]
        def empty? = types.nil? && parameters.empty? && returns.nil? && comment.nil?
      end
      SINGLETON = Module.instance_method(:singleton_class?)
      NAME = Module.instance_method(:name)
      # `(Integer id) -> Hash # a comment`
      TYPED = /\A\s*(?:\[|\(|->)/
      private_constant :SINGLETON, :NAME, :TYPED

      # @param comments [Boolean] whether comments in the source are read
      # @param rbs [RBSFiles, nil]
      # @param by_hand [Hash{String => String}] by path, and by path and method (`Shop::Orders.find`): a comment, or a
      #   type as RBS has it with a comment behind ` # `
      # @raise [ArgumentError] for other texts
      def initialize(comments: true, rbs: nil, by_hand: {})
        @comments = Comments.new if comments
        @rbs = rbs
        @by_hand = by_hand.to_h { |key, text| [key, said(key, text)] }
      end

      # @return [Array<String>] what was said by hand about what
      def subjects = @by_hand.keys

      # @param path [String]
      # @return [String, nil]
      def of_path(path) = @by_hand[path]&.last

      # @param path [String] of the service
      # @param name [String] of the method
      # @param object [BasicObject] the service
      # @param unbound [UnboundMethod]
      # @return [Note]
      def of_method(path, name, object, unbound)
        type, comment = @by_hand["#{path}.#{name}"]
        types, remark = @rbs&.of(*owner(object, unbound), name)
        found = @comments&.at(place(object, unbound))
        types = parsed(type ? [type] : types, unbound)
        Note.new(types, found&.parameters || {}, found&.returns, comment || remark || found&.text)
      end

      private

      def said(key, text)
        raise ArgumentError, "describe: has a #{text.class} for #{key.inspect}, expected text" unless text.is_a?(String)

        text = Text.utf8(text).strip
        return [nil, text] unless text.match?(TYPED)

        type, comment = text.split(/\s+#\s+/, 2)
        return [type, comment] if MethodType.parse(type)

        raise ArgumentError, "describe: has #{text.inspect} for #{key}, which is no type of a method (write it as " \
                             "RBS does: (Integer id, ?deep: bool) -> String # comment)"
      end

      def parsed(types, unbound)
        names = unbound.parameters.map { |_, name| name&.name }
        types&.map { |type| MethodType.parse(type, names) }&.then { |ways| ways.all? ? ways : nil }
      end

      # The name of the class, and whether it is the class's own method.
      def owner(object, unbound)
        owner = unbound.owner
        return [NAME.bind_call(owner), false] unless SINGLETON.bind_call(owner)

        Module === object ? [NAME.bind_call(object), true] : [nil, true] # rubocop:disable Style/CaseEquality
      end

      def place(object, unbound)
        case object
        when Proc, Method then unbound.source_location || object.source_location
        else unbound.source_location
        end
      end
    end
  end
end
