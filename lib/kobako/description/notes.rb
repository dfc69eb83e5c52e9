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
      # Of a singleton class it names the class.
      INSPECT = Module.instance_method(:inspect)
      # `(Integer id) -> Hash # a comment`
      TYPED = /\A\s*(?:\[|\(|->)/
      private_constant :SINGLETON, :NAME, :INSPECT, :TYPED

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
      # @param owner [Module] that has it
      # @param parameters [Array<Array<Symbol>>] as of Method#parameters
      # @param place [Array(String, Integer), nil] where it begins
      # @return [Note]
      def of_method(path, name, owner, parameters: [], place: nil)
        type, comment = @by_hand["#{path}.#{name}"]
        types, remark = @rbs&.of(*named(owner), name)
        found = @comments&.at(place)
        types = parsed(type ? [type] : types, parameters)
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

      def parsed(types, parameters)
        names = parameters.map { |_, name| name&.name }
        types&.map { |type| MethodType.parse(type, names) }&.then { |ways| ways.all? ? ways : nil }
      end

      # The name of a class, and whether the method is the class's own.
      def named(owner)
        return [NAME.bind_call(owner), false] unless SINGLETON.bind_call(owner)

        [INSPECT.bind_call(owner)[/\A#<Class:([\w:]+)>\z/, 1], true]
      end
    end
  end
end
