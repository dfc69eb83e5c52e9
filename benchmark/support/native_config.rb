# frozen_string_literal: true

# mruby's build file for the native floor: the guest's gems, and io for `puts`.
MRuby::Build.new("native") do |conf|
  conf.toolchain :gcc
  conf.cc.flags = %w[-O2 -std=gnu99]
  conf.cc.defines = ENV.fetch("KOBAKO_NATIVE_DEFINES").split
  ENV.fetch("KOBAKO_NATIVE_GEMS").split.each { |gem| conf.gem core: "mruby-#{gem}" }
end
