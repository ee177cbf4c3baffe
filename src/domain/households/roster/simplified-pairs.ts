/** Made by scripts/extract-simplified.ts from OpenCC's data (Apache-2.0): a traditional and its simplified character. */
export const pairs =
  '係系 備备 傢家 優优 兒儿 內内 兩两 別别 動动 員员 嚴严 婦妇 媽妈 嬸婶 孫孙 對对 屬属 嶽岳 幫帮 彆别 愛爱 慼戚 戶户 撫抚 於于 機机 檔档 殘残 況况 測测 無无 爺爷 獨独 發发 監监 睏困 碼码 穩稳 級级 細细 組组 緣缘 編编 緻致 總总 繫系 繼继 聯联 脫脱 與与 號号 親亲 計计 註注 証证 話话 詳详 證证 變变 貧贫 軍军 農农 遷迁 邊边 鄉乡 錶表 鎭镇 鎮镇 長长 門门 閤合 關关 難难 電电 類类 養养 髮发 麪面 麫面 麵面 齣出'
