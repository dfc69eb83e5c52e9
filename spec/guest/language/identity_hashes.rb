# == Parts and names
def told
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
end

told { h = {}.compare_by_identity; a = "x"; b = "x".dup; h[a] = 1; h[b] = 2; [h.slice(a, b), h.slice(a).compare_by_identity?] }
told { {a: 1}.slice(:a).compare_by_identity? }
told { h = {}.compare_by_identity; h.slice.compare_by_identity? }
told { h = {a: 1, b: 2, c: 3}; h.transform_keys! { |k| k == :b && break }; h }
told { h = {a: 1, b: 2, c: 3}; h.transform_keys!({a: :b, b: :c, c: :a}) }
told { h = {a: 1, b: 2, c: 3}; h.transform_keys!(a: :c) }
told { h = {1 => :a, -1 => :b, 2 => :c}; h.transform_keys!(&:-@) }
told { h = {a: 1, b: 2}; h.transform_keys!(a: :x) { |k| k.to_s } }
told { h = {a: 1, b: 2, c: 3}; h.transform_keys! { :z } }
told { h = {a: 1, b: 2, c: 3}; (h.transform_keys! { |k| k == :c ? raise("no") : k.to_s }) rescue h }
