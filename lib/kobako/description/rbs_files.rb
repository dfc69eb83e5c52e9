# frozen_string_literal: true

module Kobako
  class Description
    # The types and comments of methods in RBS files, as the gem `rbs` reads them.
    #
    # @api private
    class RBSFiles
      # @param paths [String, Array<String>] files, and folders of them
      # @raise [ArgumentError] when there is no such file, or one that is no RBS, or without the gem
      def initialize(paths)
        load_gem
        @methods = {}
        files(Array(paths)).each { |file| read(file) }
      end

      # @param owner [String, nil] a class
      # @param singleton [Boolean] whether it is the class's own method
      # @param name [String]
      # @return [Array(Array<String>, String), nil] its types, and a comment if there is one
      def of(owner, singleton, name) = @methods[[owner, singleton, name]]

      private

      def load_gem
        require "rbs"
      rescue LoadError
        raise ArgumentError, "rbs: needs the gem rbs, which is not there (add it to the Gemfile, or pass describe:)"
      end

      def files(paths)
        paths.flat_map do |path|
          found = File.directory?(path) ? Dir[File.join(path, "**", "*.rbs")] : [path].select { File.file?(path) }
          raise ArgumentError, "rbs: has #{path.inspect}, where there is no RBS file" if found.empty?

          found
        end
      end

      def read(file)
        source = RBS::Buffer.new(name: file, content: File.read(file, encoding: Encoding::UTF_8))
        parsed = RBS::Parser.parse_signature(source)
        # Newer ones give the buffer and directives, too.
        declared = parsed.first.is_a?(RBS::Buffer) ? parsed.last : parsed
        declared.each { |declaration| enter(declaration, nil) }
      rescue RBS::ParsingError => e
        raise ArgumentError, "rbs: cannot read #{file}: #{e.message}"
      end

      def enter(declaration, outer)
        return unless declaration.respond_to?(:members)

        name = [outer, declaration.name.to_s.delete_prefix("::")].compact.join("::")
        declaration.members.each do |member|
          member.respond_to?(:members) ? enter(member, name) : take(member, name)
        end
      end

      def take(member, owner)
        case member
        when RBS::AST::Members::MethodDefinition then put(member, owner, member.name, types(member))
        when RBS::AST::Members::AttrReader, RBS::AST::Members::AttrAccessor
          put(member, owner, member.name, ["() -> #{member.type}"])
        when RBS::AST::Members::Alias then same(member, owner)
        end
      end

      def types(member)
        return member.types.map(&:to_s) unless member.respond_to?(:overloads)

        member.overloads.map { |overload| overload.method_type.to_s }
      end

      def put(member, owner, name, types)
        comment = member.comment&.string.to_s.split(/\n\s*\n/).first.to_s.gsub(/\s+/, " ").strip
        kinds(member).each { |kind| @methods[[owner, kind, name.name]] = [types, (comment unless comment.empty?)] }
      end

      def same(member, owner)
        kinds(member).each do |kind|
          found = @methods[[owner, kind, member.old_name.name]]
          @methods[[owner, kind, member.new_name.name]] = found if found
        end
      end

      def kinds(member)
        { instance: [false], singleton: [true], singleton_instance: [false, true] }.fetch(member.kind)
      end
    end
  end
end
