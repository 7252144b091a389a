/**
 * The picture of an achievement, which wallets show beside its name: the mark of Hold the Line in a ring, a PNG 160
 * pixels wide. It never changes, so that the same achievement has the same picture in every credential.
 */
export const ACHIEVEMENT_IMAGE = [
  'data:image/png;base64,',
  'iVBORw0KGgoAAAANSUhEUgAAAKAAAACgBAMAAAB54XoeAAAAG1BMVEUOWmsOWmsOWmsOWmsOWmtIgIyCp628zs729O/T3GQi',
  'AAAABHRSTlMAQIC/o1TdDAAAA0tJREFUeNrtW+1t2zAQjWUPULgawDEygAtrAMuiPgZwCg+gphpAiD2ALXHsAoFoUhIp8cjn',
  '/ij6fibIw92941G8u7y8/McYi/V2/4Xt6zcA3XrPFOxfPem2bIStj3UR0yBxtvKNGXB0ogsiZkSyceBjkyAzrtkMiIH8zmbx',
  'A+gv2esB3/vH5Qsf746MC/Wv0t9cwedJ/Z3tSYxMdEPKhJzPP7kGv4gZvpTmVVyLRhq5owQwu3ID2pIQxofDGZ9Aae10YMWn',
  'MG4sFZ7hk4wzSodCDz4LoUxspch1nrC10UUYeOYWuM+bKAzMuRXqWRND6wD2whjPGVjZEjYzJoaWGTPKHZOJ9goPlZ6sCjkn',
  'oJ6qEW80RVRdjhOn+EwjvJtPdOhioDAxNkpSUAlvJlmWZIl7Qu8MkuScjNogC/GQjI6L3uOMO6DU+hy65IyaObHWY+4Enc+B',
  'qyRSln5ur9w9Fj4fNEnDuYfPx3FpzV0J61GZXfp4LHzejZKGcy+f42EIM3fCchhEt0IzLDnDLKzcCZtBJq48Q9gF8QAL4SiI',
  'kWcIuyAmfU0qH8Kmp0rgVvzHF8FG1STlXjipqoTemnSqxKrIhR/hTZU58qoMSn1IYCL3ZQ68z8njrGwkYepLeJKEK4DIncwH',
  'SZj7EtaSMARkTZc3sUxD66xpLxdz3hxlGlaEUGkf5o1MxIhQGkrjR1orCQlpKB5j6dWQiPKSJ72ctEnxuOwX9nktWw2aEJ0E',
  'of1BaZUeUGE+KoH1QbkphJnefBphqbaprkbCpfXJ63XSKm0G7CiEbY+wsCS8mPHZI8zEj6cJT4yMdIrwzhxwniC8uRAWf5MQ',
  '7jJcFHza4BMbcPTgxeE55QtZYOFXAPySgl+j+Ise/ikC/1iCf87BPzjhn8Twj3b4swL+8ME/zeCPR/jzFv4Ah7cI4E0MfJsF',
  '3giCt6rgzTR4uw/fkIS3TOFNXXjbGd4Yx7fu4cMF+PgDP6CBj5DgQy78GA4+KISPMvHDVvg4GD6wxo/U4UN//FoCfHECvtqB',
  'Xz6Br8fgF3jgK0b4JSj8mhZ8kQy/6gZfxsOvC+IXGvErl/ClUPzaKn6xFr/6i19Oxq9P4xe8n7CCjl+Sf8Ia/xP+0eDfwx9M',
  'oVPLoBBrmgAAAABJRU5ErkJggg==',
].join('')
