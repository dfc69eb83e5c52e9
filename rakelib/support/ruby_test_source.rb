# frozen_string_literal: true

require_relative "ruby_release"

# The tests of Ruby's release for its core and for the libraries that `require` takes.
module RubyTestSource
  extend RubyRelease
  include RubyRelease

  NAME = "the tests of Ruby"
  ROOT = "."
  FOLDERS = %w[base64 bigdecimal csv date did_you_mean/edit_distance digest erb json logger optparse ostruct psych set
               stringio strscan uri].freeze
  LONE = %w[abbrev delegate forwardable observer pp prettyprint securerandom shellwords singleton time timeout tsort
            weakref].freeze
  # Of test/ruby: what needs no files, processes or threads.
  CORE = %w[
    alias arithmetic_sequence arity array assignment basicinstructions beginendblock bignum call case class clone
    comparable complex complex2 complexrational condition const data defined dup encoding enum enumerator eval
    exception fiber fixnum flip float frozen frozen_error hash ifunless inlinecache integer integer_comb iterator
    key_error keyword lambda lazy_enumerator literal marshal math metaclass method method_cache mixed_unicode_escapes
    module name_error nomethod_error not numeric object pack parse pattern_matching primitive proc rand
    random_formatter range rational rational2 refinement regexp sleep sprintf sprintf_comb string stringchar struct
    super symbol syntax thread_queue time undef unicode_escape variable weakkeymap weakmap whileuntil yield
  ].freeze
  PARTS = [*CORE.map { |name| "test/ruby/test_#{name}.rb" }, "test/ruby/allpairs.rb", "test/ruby/marshaltestlib.rb",
           *FOLDERS.map { |folder| "test/#{folder}" }, *LONE.map { |name| "test/test_#{name}.rb" },
           "test/cgi/test_cgi_util.rb", "test/cgi/update_env.rb", "test/did_you_mean/test_spell_checker.rb",
           "test/lib/with_different_ofs.rb"].freeze
  FILES = PARTS.map { |part| part.end_with?(".rb") ? part : "#{part}/**/*" }.freeze
  DIGEST = "82ed467a8c3f4b9d46cf93ac0fef8e61d51994606204eb03da93481a780a816b"
end
