# frozen_string_literal: true

require "kobako"
require "tmpdir"
require_relative "../ruby/suite"

# Small trees of spec files for the suite.
module SpecTrees
  # Yields a folder with these files.
  def tree(files)
    Dir.mktmpdir do |folder|
      files.each do |path, text|
        FileUtils.mkdir_p(File.dirname("#{folder}/#{path}"))
        File.write("#{folder}/#{path}", text)
      end
      yield File.realpath(folder)
    end
  end

  # @return [RubySuite::Records]
  def run_spec(text, files = {}, **options)
    tree(files.merge("language/a_spec.rb" => text)) do |folder|
      plan = RubySuite::Plan.new(folder, "language/a_spec.rb")
      RubySuite::Guest.new(plan, RubySuite.harness, **options).run
    end
  end

  def kinds(...) = run_spec(...).by_name.transform_values(&:kind)
end
